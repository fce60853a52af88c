// A JSON reader for headers of strange files: no duplicate keys, bounded depth, no surprises.

import { AppError } from '#core/errors/app-error.ts';

export type JsonValue = string | number | boolean | null | JsonValue[] | JsonObject;
/** A Map, so that a key such as `__proto__` is only a key. */
export type JsonObject = Map<string, JsonValue>;

const MAX_DEPTH = 16;
const WHITESPACE = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const STRING = /"(?:[^"\\]|\\.)*"/y;
const LITERALS = [
  ['true', true],
  ['false', false],
  ['null', null],
] as const;

class StrictJsonReader {
  private readonly text: string;
  private position = 0;

  constructor(text: string) {
    this.text = text;
  }

  readDocument(): JsonValue {
    const value = this.readValue(0);
    this.skipWhitespace();
    if (this.position < this.text.length) this.fail('something follows the JSON');
    return value;
  }

  private readValue(depth: number): JsonValue {
    if (depth > MAX_DEPTH) this.fail('the JSON is nested too deeply');
    this.skipWhitespace();
    const first = this.text[this.position];
    if (first === '{') return this.readObject(depth);
    if (first === '[') return this.readArray(depth);
    if (first === '"') return this.readString();
    for (const [word, value] of LITERALS) {
      if (this.text.startsWith(word, this.position)) {
        this.position += word.length;
        return value;
      }
    }
    const digits = this.match(NUMBER);
    if (digits === null) this.fail('a JSON value is missing');
    return Number(digits);
  }

  private readObject(depth: number): JsonObject {
    const object: JsonObject = new Map();
    this.position++;
    if (this.take('}')) return object;
    do {
      this.skipWhitespace();
      const key = this.readString();
      if (object.has(key)) this.fail(`the key ${JSON.stringify(key.slice(0, 80))} appears twice`);
      if (!this.take(':')) this.fail('a colon is missing');
      object.set(key, this.readValue(depth + 1));
    } while (this.take(','));
    if (!this.take('}')) this.fail('a closing brace is missing');
    return object;
  }

  private readArray(depth: number): JsonValue[] {
    const array: JsonValue[] = [];
    this.position++;
    if (this.take(']')) return array;
    do array.push(this.readValue(depth + 1));
    while (this.take(','));
    if (!this.take(']')) this.fail('a closing bracket is missing');
    return array;
  }

  private readString(): string {
    const quoted = this.match(STRING);
    if (quoted === null) this.fail('a JSON string is missing');
    try {
      return JSON.parse(quoted) as string;
    } catch {
      this.fail('a JSON string is malformed');
    }
  }

  private take(character: string): boolean {
    this.skipWhitespace();
    if (this.text[this.position] !== character) return false;
    this.position++;
    return true;
  }

  private skipWhitespace(): void {
    this.match(WHITESPACE);
  }

  private match(pattern: RegExp): string | null {
    pattern.lastIndex = this.position;
    const found = pattern.exec(this.text);
    if (found === null) return null;
    this.position += found[0].length;
    return found[0];
  }

  private fail(reason: string): never {
    throw new AppError({
      category: 'bad-input',
      code: 'json-malformed',
      message: `${reason} (character ${this.position})`,
    });
  }
}

/** Parses JSON text. Objects become Maps. Throws AppError `json-malformed` (bad-input). */
export function parseStrictJson(text: string): JsonValue {
  return new StrictJsonReader(text).readDocument();
}
