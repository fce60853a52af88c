// The window: title bar, the columns of the page, timeline, status bar.
export function Studio() {
  return <main />;
}
