// What a film can be delivered as.
export function PresetsColumn() {
  return <section className="presets-column" />;
}
