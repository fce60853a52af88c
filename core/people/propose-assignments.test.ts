import { describe, expect, test } from 'vitest';
import { AppError } from '#core/errors/app-error.ts';
import { proposeAssignments } from './propose-assignments.ts';

const voices = (...names: string[]) => names.map((name) => ({ name, speakingSeconds: 3 }));

describe('proposeAssignments', () => {
  test('voices go to people from left to right', () => {
    const proposals = proposeAssignments(3, voices('a.wav', 'b.wav', 'c.wav'));
    expect(proposals.map((proposal) => proposal.voiceIndex)).toEqual([0, 1, 2]);
    expect(proposals.every(({ confidence }) => confidence < 0.7)).toBe(true);
  });

  test('people beyond the last voice listen, and the order is less sure', () => {
    const proposals = proposeAssignments(3, voices('a.wav', 'b.wav'));
    expect(proposals.map((proposal) => proposal.voiceIndex)).toEqual([0, 1, null]);
    expect(proposals[2].reason).toBe('no-voice-left');
    const complete = proposeAssignments(2, voices('a.wav', 'b.wav'));
    expect(proposals[0].confidence).toBeLessThan(complete[0].confidence);
  });

  test('one face and one voice leave no choice', () => {
    expect(proposeAssignments(1, voices('a.wav'))[0]).toMatchObject({
      voiceIndex: 0,
      reason: 'only-choice',
      confidence: 0.95,
    });
  });

  test('a name that says the side raises or lowers the confidence, never the order', () => {
    const agreeing = proposeAssignments(2, voices('talk-left.wav', 'talk-right.wav'));
    const crossed = proposeAssignments(2, voices('talk-right.wav', 'talk-left.wav'));
    expect(agreeing.map(({ confidence }) => confidence)).toEqual([0.9, 0.9]);
    expect(crossed.map(({ voiceIndex }) => voiceIndex)).toEqual([0, 1]);
    expect(crossed[0].reason).toBe('order-against-name');
    expect(crossed[0].confidence).toBeLessThan(0.5);
  });

  test('a side inside another word says nothing', () => {
    expect(proposeAssignments(2, voices('wright.wav', 'cleft.wav'))[0].reason).toBe('order');
  });

  test('a voice that never speaks is hardly worth a face, and says so', () => {
    const [first] = proposeAssignments(2, [
      { name: 'a', speakingSeconds: 0 },
      { name: 'b', speakingSeconds: 4 },
    ]);
    expect(first).toMatchObject({ voiceIndex: 0, reason: 'voice-is-silent', confidence: 0.3 });
  });

  test('no voices: everybody listens', () => {
    const proposals = proposeAssignments(2, []);
    expect(proposals.map(({ voiceIndex }) => voiceIndex)).toEqual([null, null]);
  });

  test('more voices than faces is bad input with both numbers', () => {
    expect.assertions(3);
    try {
      proposeAssignments(1, voices('a', 'b', 'c'));
    } catch (error) {
      expect(error).toBeInstanceOf(AppError);
      expect((error as AppError).code).toBe('fewer-faces-than-voices');
      expect((error as AppError).message).toBe('The picture shows 1 face but there are 3 voices.');
    }
  });
});
