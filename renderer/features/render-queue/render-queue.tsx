// Jobs of the project: running, waiting, done.
export function RenderQueue() {
  return <section className="render-queue" />;
}
