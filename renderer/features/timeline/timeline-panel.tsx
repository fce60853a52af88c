// Ruler, chunks, voices, speaking scores, poses and turns over time.
export function TimelinePanel() {
  return <section className="timeline-panel" />;
}
