// The picture, what moves in it, and everything that is edited on it.
export function Monitor() {
  return <section className="monitor" />;
}
