// The people of the picture as chips: who they are, what they speak, what they do now.
export function PeopleColumn() {
  return <section className="people-column" />;
}
