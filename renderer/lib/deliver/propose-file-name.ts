// The name that a delivered film gets when the user gives none: the project's, and the next version.

const FORBIDDEN = /[/\\:*?"<>|\u0000-\u001f]+/g;
const MAX_LENGTH = 120;

/** What the contract allows: no folders, no characters that a file system refuses. */
export function isFileName(name: string): boolean {
  return name.length > 0 && name.length <= MAX_LENGTH && name.search(FORBIDDEN) < 0;
}

/** @param taken names of earlier jobs, with or without extension */
export function proposeFileName(projectName: string, taken: readonly string[]): string {
  const base =
    projectName
      .replace(FORBIDDEN, '-')
      .trim()
      .slice(0, MAX_LENGTH - 8) || 'film';
  const used = new Set(taken.map((name) => name.replace(/\.[A-Za-z0-9]{1,5}$/, '').toLowerCase()));
  let version = 1;
  while (used.has(`${base}_v${version}`.toLowerCase())) version++;
  return `${base}_v${version}`;
}
