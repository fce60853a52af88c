// Makes the voices in resources/sample again: `node scripts/sample/voices/make-voices.ts`.
// Needs espeak-ng and ffmpeg; users never run it, the results are committed.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DIALOGUES } from './dialogues.ts';
import { layOutDialogue } from './lay-out-dialogue.ts';
import { recordStem, STEM_RATE } from './record-stem.ts';

const FOLDER = resolve(import.meta.dirname, '..', '..', '..', 'resources', 'sample');

mkdirSync(FOLDER, { recursive: true });
const truth = DIALOGUES.map((dialogue) => {
  const { durationSeconds, lines, stems } = layOutDialogue(dialogue);
  const people = [...stems].map(([name, stem]) => {
    const voice = `${dialogue.name}-voice-${name.toLowerCase()}.flac`;
    recordStem(stem, join(FOLDER, voice));
    return { name, voice };
  });
  console.log(`${dialogue.name}: ${durationSeconds.toFixed(2)} s, ${people.length} voices`);
  return {
    name: dialogue.name,
    picture: dialogue.picture,
    sampleRate: STEM_RATE,
    durationSeconds,
    people,
    lines,
  };
});
writeFileSync(join(FOLDER, 'dialogue.json'), `${JSON.stringify({ films: truth }, null, 2)}\n`);
