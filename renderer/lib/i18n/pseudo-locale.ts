// A language that nobody speaks: every text gets accents and 40 % more length, so that a text which
// is not translated, or a box which cannot grow, is seen at once.

export interface Texts {
  readonly [key: string]: string | Texts;
}

const ACCENTS: Readonly<Record<string, string>> = {
  a: 'á', b: 'ƀ', c: 'ç', d: 'đ', e: 'é', g: 'ğ', h: 'ħ', i: 'í', k: 'ķ', l: 'ľ', n: 'ñ', o: 'ö',
  r: 'ŕ', s: 'š', t: 'ŧ', u: 'ü', w: 'ŵ', y: 'ý', z: 'ž', A: 'Å', C: 'Ç', D: 'Đ', E: 'É', I: 'Ï',
  N: 'Ñ', O: 'Ø', S: 'Š', T: 'Ŧ', U: 'Ü',
}; // prettier-ignore

/** Placeholders of i18next and tags of Trans stay as they are. */
const KEPT = /(\{\{[^}]*\}\}|<[^>]*>|\$t\([^)]*\))/;

export function pseudoText(text: string): string {
  const accented = text
    .split(KEPT)
    .map((part, index) =>
      index % 2 === 1 ? part : part.replace(/[A-Za-z]/g, (letter) => ACCENTS[letter] ?? letter),
    )
    .join('');
  const tail = '~'.repeat(Math.ceil(text.replace(KEPT, '').length * 0.4));
  // Not one endless word: real languages break too.
  return `${accented}${tail.replace(/~{8}(?=~)/g, '$& ')}`;
}

export function pseudoTexts(texts: Texts): Texts {
  return Object.fromEntries(
    Object.entries(texts).map(([key, value]) => [
      key,
      typeof value === 'string' ? pseudoText(value) : pseudoTexts(value),
    ]),
  );
}
