export function AnimateInspector() {
  return null;
}
