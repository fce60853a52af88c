// What is selected, as fields.
export function Inspector() {
  return <section className="inspector" />;
}
