// One text per value: what is stored, summed and compared must not depend on the order of keys.

/** JSON with object keys in code-unit order. `value` must be plain JSON data. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (part === null || typeof part !== 'object' || Array.isArray(part)) return part;
    return Object.fromEntries(
      Object.entries(part).sort(([a], [b]) => (a < b ? -1 : Number(a > b))),
    );
  });
}
