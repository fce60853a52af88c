// The keys of the selected person as rows.
export function KeysList() {
  return <section className="keys-list" />;
}
