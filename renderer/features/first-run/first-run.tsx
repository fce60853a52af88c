// What a window shows without a project.
export function FirstRun() {
  return <section className="first-run" />;
}
