import { expect, test } from 'vitest';
import type { ChunkState, ChunkStateName } from '#core/contract/project-types.ts';
import { choosePicture, type PictureFacts } from './choose-picture.ts';

const chunk = (state: ChunkStateName): ChunkState => ({
  index: 1,
  first: 80,
  end: 160,
  state,
  key: 'abcdef01',
  progress: 0,
});

const FACTS: PictureFacts = {
  wants: 'final',
  chunk: chunk('ready'),
  editedFromFrame: null,
  hasMotion: true,
  isMeasured: false,
};

test('a ready chunk when the final picture is wanted', () => {
  expect(choosePicture(FACTS)).toEqual({ kind: 'ready', chunk: chunk('ready') });
  expect(choosePicture({ ...FACTS, hasMotion: false }).kind).toBe('ready');
  expect(choosePicture({ ...FACTS, wants: 'draft' })).toEqual({ kind: 'draft', chunkState: null });
});

test('an outdated chunk is never shown: the draft is, and says why', () => {
  for (const state of ['empty', 'stale', 'queued', 'rendering', 'failed'] as const) {
    expect(choosePicture({ ...FACTS, chunk: chunk(state) })).toEqual({
      kind: 'draft',
      chunkState: state,
    });
  }
});

test('while a gesture runs, a ready chunk that it touches is outdated already', () => {
  expect(choosePicture({ ...FACTS, editedFromFrame: 120 })).toEqual({
    kind: 'draft',
    chunkState: 'stale',
  });
  expect(choosePicture({ ...FACTS, editedFromFrame: 160 }).kind).toBe('ready');
  expect(choosePicture({ ...FACTS, editedFromFrame: 0, hasMotion: false }).kind).toBe('source');
});

test('without motion there is the source picture', () => {
  expect(choosePicture({ ...FACTS, wants: 'draft', hasMotion: false })).toEqual({ kind: 'source' });
  expect(choosePicture({ ...FACTS, chunk: null, hasMotion: false })).toEqual({ kind: 'source' });
});

test('faces are placed on the picture as it came, whatever else could be shown', () => {
  for (const wants of ['draft', 'final'] as const)
    expect(choosePicture({ ...FACTS, wants, isMeasured: true })).toEqual({ kind: 'source' });
});
