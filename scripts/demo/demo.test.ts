import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseDemoOptions, type DemoOptions } from './demo-options.ts';
import { hashInputs, readRecord, takeOf, writeRecord } from './demo-record.ts';

describe('what the demo is asked to film', () => {
  const parse = (...args: string[]): DemoOptions =>
    parseDemoOptions(args, '/called/from', '/clone');

  it('is the sample interview when nothing is given', () => {
    expect(parse()).toMatchObject({
      folder: join('/clone', 'out', 'demo'),
      size: null,
      seed: null,
    });
    expect(parse('--out', 'here').folder).toBe(join('/called/from', 'here'));
    expect(parse().voices).toHaveLength(2);
  });

  it('is anyone’s files, found from the folder where the command was typed', () => {
    const options = parse(
      '--image',
      'a b.png',
      '--voice=1.wav',
      '--voice',
      '/abs/2.wav',
      '--name',
      'Ann',
      '--seed',
      '7',
    );
    expect(options).toMatchObject({
      image: join('/called/from', 'a b.png'),
      voices: [join('/called/from', '1.wav'), '/abs/2.wav'],
      names: ['Ann'],
      seed: '7',
      plate: null,
      folder: join('/clone', 'out', 'own'),
    });
  });

  it.each([
    [['--image', 'p.png'], '--voice'],
    [['--voice', 'v.wav'], '--image'],
    [['--colour', 'red'], '--colour'],
    [['stray'], 'stray'],
  ])('is refused in one sentence: %j', (args, named) => {
    expect(() => parse(...args)).toThrow(named);
  });
});

describe('the memory of a demo folder', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'parley-demo-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('finds its own project again and never takes another one’s name', () => {
    const first = takeOf({ takes: [] }, 'aa', () => false);
    expect(first.name).toBe('interview');
    expect(takeOf({ takes: [first] }, 'aa', () => true)).toBe(first);
    expect(takeOf({ takes: [first] }, 'bb', () => false).name).toBe('interview-2');
    expect(takeOf({ takes: [] }, 'bb', (name) => name === 'interview').name).toBe('interview-2');
  });

  it('survives being written and being damaged', async () => {
    const record = { takes: [{ inputs: 'aa', name: 'interview', measured: null }] };
    await writeRecord(folder, record);
    expect(await readRecord(folder)).toEqual(record);
    const text = await readFile(join(folder, 'demo.json'), 'utf8');
    writeFileSync(join(folder, 'demo.json'), text.slice(0, 30));
    expect(await readRecord(folder)).toEqual({ takes: [] });
    writeFileSync(
      join(folder, 'demo.json'),
      JSON.stringify({ takes: [{ inputs: 'a', name: '../../x', measured: null }] }),
    );
    expect(await readRecord(folder)).toEqual({ takes: [] });
  });

  it('tells inputs apart by content and options, not by name', async () => {
    const write = (name: string, text: string): string => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    };
    const options: DemoOptions = {
      title: '',
      image: write('a.png', 'picture'),
      voices: [write('v.wav', 'voice')],
      plate: null,
      mattes: [],
      names: [],
      size: null,
      seed: null,
      folder,
    };
    const same = {
      ...options,
      image: write('renamed.png', 'picture'),
      title: 'other',
      folder: '/x',
    };
    const key = await hashInputs(options);
    expect(await hashInputs(same)).toBe(key);
    expect(await hashInputs({ ...options, seed: '2' })).not.toBe(key);
    expect(await hashInputs({ ...options, voices: [write('w.wav', 'voicf')] })).not.toBe(key);
    expect(await hashInputs({ ...options, voices: [], mattes: options.voices })).not.toBe(key);
  });
});
