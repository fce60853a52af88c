// What was measured, as a table for people and as JSON for later.
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { dirname } from 'node:path';

export interface Bar {
  readonly of: 'p50' | 'p95' | 'max';
  readonly most: number;
}

export interface Figure {
  readonly what: string;
  readonly unit: string;
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
  /** Null: measured to be known, not to be held. */
  readonly bar: Bar | null;
  /** Of the machine over the last minute, at the end of the measurement. */
  readonly load: number;
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}

export function figureOf(
  what: string,
  values: readonly number[],
  { unit = 'ms', bar = null }: { readonly unit?: string; readonly bar?: Bar | null } = {},
): Figure {
  if (values.length === 0) throw new Error(`Nothing was measured of "${what}".`);
  return {
    what,
    unit,
    count: values.length,
    p50: quantile(values, 0.5),
    p95: quantile(values, 0.95),
    max: quantile(values, 1),
    bar,
    load: loadavg()[0],
  };
}

export function isOver({ bar, ...figure }: Figure): boolean {
  return bar !== null && figure[bar.of] > bar.most;
}

export function machine(): string {
  return `${availableParallelism()} cores (${cpus()[0].model.trim()}), WebGL by SwiftShader on them, load ${loadavg()[0].toFixed(2)}`;
}

const digits = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value.toFixed(value >= 10 ? 1 : 2);

export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => [
    figure.what,
    digits(figure.p50),
    digits(figure.p95),
    digits(figure.max),
    figure.unit,
    String(figure.count),
    figure.bar === null ? '' : `${figure.bar.of} <= ${figure.bar.most}`,
    figure.bar === null ? '' : isOver(figure) ? 'OVER' : 'ok',
    figure.load.toFixed(2),
  ]);
  const head = ['', 'p50', 'p95', 'max', '', 'n', 'bar', '', 'load'];
  const widths = head.map((_, at) => Math.max(...[head, ...rows].map((row) => row[at].length)));
  return [head, ...rows]
    .map((row) =>
      row
        .map((cell, at) => (at === 0 ? cell.padEnd(widths[at]) : cell.padStart(widths[at])))
        .join('  '),
    )
    .join('\n');
}

export function keepFigures(path: string, figures: readonly Figure[]): void {
  mkdirSync(dirname(path), { recursive: true });
  const kept = figures.map((figure) => ({ ...figure, isOver: isOver(figure) }));
  const at = new Date().toISOString();
  writeFileSync(path, `${JSON.stringify({ at, machine: machine(), figures: kept }, null, 2)}\n`);
}
