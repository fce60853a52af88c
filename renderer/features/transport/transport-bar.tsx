// Timecode, transport buttons, meters.
export function TransportBar() {
  return <section className="transport-bar" />;
}
