// Numbers as fields show and read them.

/** A real minus sign, and always the same number of decimals. */
export function numberText(value: number, decimals: number): string {
  const text = value.toFixed(decimals);
  const isZero = Number(text) === 0;
  return isZero ? text.replace('-', '') : text.replace('-', '−');
}

/** Reads what people type: either minus, point or comma. @returns null where it is no number */
export function readNumber(text: string): number | null {
  const plain = text.trim().replace(/[−–]/g, '-').replace(',', '.');
  if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain)) return null;
  return Number(plain);
}

/** The range as a field says it when a value lies outside: `±200`, or `0 to 1`. */
export function rangeText(min: number, max: number, decimals: number): string {
  if (min === -max) return `±${numberText(max, decimals)}`;
  return `${numberText(min, decimals)}–${numberText(max, decimals)}`;
}

/** Nearest multiple of `step` counted from `min`, inside the range. */
export function snapNumber(value: number, min: number, max: number, step: number): number {
  const snapped = Math.round(value / step) * step;
  // Steps such as 0.1 would leave tails like 0.30000000000000004.
  return Math.min(Math.max(Number(snapped.toPrecision(12)), min), max);
}
