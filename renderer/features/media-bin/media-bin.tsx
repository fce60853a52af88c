// Pictures and voices of the project.
export function MediaBin() {
  return <section className="media-bin" />;
}
