// Finished films of the project, and what differs between two of them.
export function TakesColumn() {
  return <section className="takes-column" />;
}
