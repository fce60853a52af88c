// Sizes and durations as people read them. Only as exact as they are known.

const KILO = 1000;
const BYTE_UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** `1.1 GB`, `480 MB`: two figures below ten, whole numbers above. */
export function bytesText(bytes: number, locale: string): string {
  let value = Math.max(0, bytes);
  let unit = 0;
  while (value >= 999.5 && unit < BYTE_UNITS.length - 1) {
    value /= KILO;
    unit++;
  }
  const decimals = unit > 0 && value < 9.95 ? 1 : 0;
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: BYTE_UNITS[unit],
    unitDisplay: unit === 0 ? 'long' : 'short',
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(value);
}

export type DurationUnit = 'second' | 'minute' | 'hour';

/** The unit in which a duration is told, and how many of it. */
export function inUnit(seconds: number): { readonly value: number; readonly unit: DurationUnit } {
  if (seconds < 90) return { value: seconds, unit: 'second' };
  if (seconds < 90 * 60) return { value: seconds / 60, unit: 'minute' };
  return { value: seconds / 3600, unit: 'hour' };
}

/** `40 s`, `3 min`, `1.5 h`. Less than a second is a second: nothing takes no time. */
export function durationText(seconds: number, locale: string): string {
  const { value, unit } = inUnit(seconds);
  return unitText(Math.max(value, 1), unit, locale);
}

/** `3 to 5 min`, or one value where both ends read the same. @param join writes "low to high" */
export function durationRangeText(
  { low, high }: { readonly low: number; readonly high: number },
  locale: string,
  join: (low: string, high: string) => string,
): string {
  const { value, unit } = inUnit(high);
  const scale = value === 0 ? 1 : high / value;
  const highText = unitText(Math.max(value, 1), unit, locale);
  const lowText = numberText(Math.max(low / scale, 1), unit, locale);
  return lowText === numberText(Math.max(value, 1), unit, locale)
    ? highText
    : join(lowText, highText);
}

const decimalsOf = (unit: DurationUnit): number => (unit === 'hour' ? 1 : 0);

function unitText(value: number, unit: DurationUnit, locale: string): string {
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: decimalsOf(unit),
  })
    .format(value)
    .replace(/\bsec\b/, 's')
    .replace(/\bhr\b/, 'h');
}

function numberText(value: number, unit: DurationUnit, locale: string): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: decimalsOf(unit) }).format(value);
}
