// Seams and measured quality of a take.
export function ReviewInspector() {
  return <section className="review-inspector" />;
}
