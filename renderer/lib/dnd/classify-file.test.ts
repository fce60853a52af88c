import { describe, expect, it } from 'vitest';
import { classifyFile, classifyType } from './classify-file.ts';

const kindOf = (name: string, type = ''): string => classifyFile({ name, type }).kind;

describe('what a dropped file is', () => {
  it('is told by its name', () => {
    expect(kindOf('two.PNG')).toBe('picture');
    expect(kindOf('left.wav')).toBe('voice');
    expect(kindOf('take.final.mov')).toBe('voice');
    expect(kindOf('Interview.parley')).toBe('project');
  });

  it('is told by its type where the name says nothing', () => {
    expect(kindOf('image', 'image/png')).toBe('picture');
    expect(kindOf('recording', 'audio/ogg')).toBe('voice');
  });

  it('comes with a reason when it is of no use', () => {
    expect(classifyFile({ name: 'x.heic', type: 'image/heic' })).toEqual({
      kind: 'unsuitable',
      reason: 'unreadable-picture',
    });
    expect(classifyFile({ name: 'notes.srt', type: '' })).toEqual({
      kind: 'unsuitable',
      reason: 'subtitles',
    });
    expect(classifyFile({ name: 'letter.pdf', type: 'application/pdf' })).toEqual({
      kind: 'unsuitable',
      reason: 'unknown',
    });
    expect(classifyType('image/tiff').kind).toBe('unsuitable');
  });
});
