import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { AppError } from '#core/errors/app-error.ts';
import { parseStrictJson } from './strict-json.ts';
import type { JsonValue } from './strict-json.ts';

function toPlain(value: JsonValue): unknown {
  if (value instanceof Map)
    return Object.fromEntries([...value].map(([key, item]) => [key, toPlain(item)]));
  return Array.isArray(value) ? value.map(toPlain) : value;
}

function parseOrNull(text: string): { value: unknown } | null {
  try {
    return { value: toPlain(parseStrictJson(text)) };
  } catch (error) {
    expect(error).toBeInstanceOf(AppError);
    return null;
  }
}

describe('strict JSON', () => {
  it('reads what JSON.parse reads', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4, stringUnit: 'binary' }), (text) => {
        expect(parseOrNull(text)).toEqual({ value: JSON.parse(text) as unknown });
      }),
    );
  });

  it('accepts nothing that JSON.parse refuses', () => {
    const damaged = fc
      .tuple(fc.json({ maxDepth: 3 }), fc.nat(), fc.string({ maxLength: 3 }))
      .map(([text, at, insert]) => {
        const position = at % (text.length + 1);
        return text.slice(0, position) + insert + text.slice(position + 1);
      });
    fc.assert(
      fc.property(damaged, (text) => {
        if (parseOrNull(text) !== null) expect(() => JSON.parse(text) as unknown).not.toThrow();
      }),
    );
  });

  it('refuses duplicate keys, also when they are spelled differently', () => {
    expect(() => parseStrictJson('{"a":1,"\\u0061":2}')).toThrow('"a" appears twice');
  });

  it('refuses deep nesting instead of overflowing the stack', () => {
    expect(() => parseStrictJson('['.repeat(100_000))).toThrow('nested too deeply');
  });

  it('keeps __proto__ a key like any other', () => {
    const value = parseStrictJson('{"__proto__":{"polluted":true}}');
    expect(value).toBeInstanceOf(Map);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
