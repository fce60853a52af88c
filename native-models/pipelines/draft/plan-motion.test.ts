import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  MOTION,
  MOTION_PARAMETERS,
  type MotionClip,
  motionAt,
} from '#core/motion/motion-vector.ts';
import { cutRequest, makeRequest, makeVoice } from '../../../test/fixtures/synthetic-dialogue.ts';
import { DRAFT_LOOKAHEAD_FRAMES } from '#core/render/draft-limits.ts';
import { VISEME_SIZE } from './draft-cast.ts';
import type { DraftCarry } from './draft-carry.ts';
import { type DraftRequest, planMotion } from './plan-motion.ts';

const FRAMES = 500;
/** Two people who take turns, with a backchannel of A in B's turn. */
const A = makeVoice(1, FRAMES, [
  [0, 120],
  [200, 208],
  [260, 400],
]);
const B = makeVoice(2, FRAMES, [
  [125, 255],
  [390, 480],
]);
const LIPS = ['gap', 'width', 'round', 'close', 'labiodental', 'tongue', 'jaw'] as const;

function curve(clip: MotionClip, person: number, name: keyof typeof MOTION): number[] {
  return Array.from({ length: clip.frames }, (_, t) => motionAt(clip, t, person)[MOTION[name]]);
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
const steps = (values: readonly number[]): number[] =>
  values.slice(1).map((value, i) => Math.abs(value - values[i]));

/** Plans in chunks, sending the carry through JSON as the project file does. */
function planInChunks(whole: DraftRequest, lengths: readonly number[]): number[] {
  const out: number[] = [];
  let carry: DraftCarry | null = null;
  let first = 0;
  for (const length of lengths) {
    const plan = planMotion({ ...cutRequest(whole, first, length), carry });
    out.push(...plan.motion.data);
    carry = JSON.parse(JSON.stringify(plan.carry)) as DraftCarry;
    first += length;
  }
  return out;
}

describe('chunks', () => {
  const whole = makeRequest([A, B], 240);
  const atOnce = [...planMotion(whole).motion.data];

  test('80 + 80 + 80 frames are exactly 240 at once', () => {
    expect(planInChunks(whole, [80, 80, 80])).toEqual(atOnce);
  });

  test('so is any other cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 79 }), { minLength: 3, maxLength: 3 }),
        (cut) => {
          const lengths = [...cut, 240 - cut.reduce((sum, length) => sum + length, 0)];
          expect(planInChunks(whole, lengths)).toEqual(atOnce);
        },
      ),
      { numRuns: 8 },
    );
  });

  test('a frame depends on nothing beyond the lookahead', () => {
    const other = makeRequest([A, makeVoice(9, FRAMES, [[185, 230]])], 160, 1);
    const scores = [A.scores, B.scores.slice()];
    scores[1].set(other.scores[1].slice(185), 185);
    const changed = planMotion({ ...makeRequest([A, B], 160), scores });
    expect([...changed.motion.data]).toEqual(atOnce.slice(0, 160 * 2 * 24));
  });

  test('the carry is left as it was, small, and belongs to its frame', () => {
    const first = planMotion(cutRequest(whole, 0, 80));
    const before = JSON.stringify(first.carry);
    planMotion({ ...cutRequest(whole, 80, 80), carry: first.carry });
    expect(JSON.stringify(first.carry)).toBe(before);
    expect(before.length).toBeLessThan(8000);
    expect(() => planMotion({ ...cutRequest(whole, 90, 80), carry: first.carry })).toThrow(
      RangeError,
    );
  });

  test('inputs that end before the lookahead are refused', () => {
    const short = makeRequest([A, B], 80);
    const scores = short.scores.map((values) => values.slice(0, 80 + DRAFT_LOOKAHEAD_FRAMES - 1));
    expect(() => planMotion({ ...short, scores })).toThrow(RangeError);
  });
});

describe('seed', () => {
  const one = planMotion(makeRequest([A, B], 300, 1)).motion;
  const two = planMotion(makeRequest([A, B], 300, 2)).motion;

  test('the same seed gives the same numbers', () => {
    expect([...planMotion(makeRequest([A, B], 300, 1)).motion.data]).toEqual([...one.data]);
  });

  test.each(LIPS)('another seed leaves %s alone', (name) => {
    expect(curve(two, 0, name)).toEqual(curve(one, 0, name));
  });

  test.each(['pitch', 'yaw', 'roll', 'gazeX', 'blinkL', 'breath', 'tx'] as const)(
    'another seed changes %s',
    (name) => {
      expect(curve(two, 0, name)).not.toEqual(curve(one, 0, name));
    },
  );
});

describe('lips', () => {
  const clip = planMotion(makeRequest([A, B], FRAMES)).motion;
  const gapA = curve(clip, 0, 'gap');

  test('open in speech to about 0.23 E and never beyond 0.27', () => {
    const speaking = gapA.slice(5, 118).sort((a, b) => a - b);
    expect(speaking[Math.floor(0.95 * speaking.length)]).toBeGreaterThan(0.17);
    expect(speaking.at(-1)).toBeLessThan(0.27);
    expect(speaking[5]).toBeLessThan(0.04);
  });

  test('follow the open viseme of the own voice', () => {
    const open = Array.from({ length: 110 }, (_, i) => A.visemes[(i + 5) * VISEME_SIZE]);
    expect(correlate(open, gapA.slice(5, 115))).toBeGreaterThan(0.9);
  });

  test('of a silent person move at most 12 % of the own speech', () => {
    const speaking = mean(steps(gapA.slice(5, 118)));
    const listening = mean(steps(gapA.slice(135, 195)));
    expect(speaking).toBeGreaterThan(0.015);
    expect(listening / speaking).toBeLessThan(0.12);
    expect(listening).toBeGreaterThan(0);
  });

  test('shut within 0.4 s when the score says -1 though the voice goes on', () => {
    const scores = [A.scores.map((value, i) => (i >= 60 ? -1 : value)), B.scores];
    const muted = planMotion({ ...makeRequest([A, B], 140), scores }).motion;
    expect(Math.max(...curve(muted, 0, 'gap').slice(70, 118))).toBeLessThan(0.03);
    expect(Math.max(...curve(muted, 0, 'round').slice(70, 118))).toBeLessThan(0.05);
    expect(Math.max(...gapA.slice(70, 118))).toBeGreaterThan(0.15);
  });

  test('invent no speech when the score says 1 without a voice', () => {
    const silent = makeVoice(3, 200, []);
    silent.scores.fill(1);
    const motion = planMotion(makeRequest([silent], 200)).motion;
    const gap = curve(motion, 0, 'gap').slice(25);
    expect(Math.max(...steps(gap))).toBeLessThan(0.003);
    expect(mean(gap)).toBeGreaterThan(0.018);
    expect(mean(gap)).toBeLessThan(0.03);
  });

  test('ease an open smile while listening without shutting it, and shut it in speech', () => {
    const request = makeRequest([A, B], 250, 1, (person) => ({
      ...person,
      mouthState: 'teeth',
      restGap: 0.1,
    }));
    const motion = planMotion(request).motion;
    const listening = curve(motion, 1, 'gap');
    expect(listening[0]).toBeGreaterThan(0.09);
    expect(mean(listening.slice(80, 115))).toBeGreaterThan(0.035);
    expect(mean(listening.slice(80, 115))).toBeLessThan(0.06);
    expect(Math.min(...curve(motion, 0, 'gap').slice(5, 118))).toBeLessThan(0.035);
  });

  test('that are shut in the picture rest as in the picture', () => {
    expect(mean(gapA.slice(150, 190))).toBeCloseTo(0.015, 2);
    const request = makeRequest([A, B], 10);
    expect(Math.abs(curve(planMotion(request).motion, 1, 'gap')[0] - 0.015)).toBeLessThan(0.002);
  });
});

describe('listeners', () => {
  const clip = planMotion(makeRequest([A, B], FRAMES)).motion;

  test('turn head and eyes to the speaker within 0.2 to 0.8 s', () => {
    // B stands to the right of A: B's turn draws A to the right, A's turn draws B to the left.
    expect(mean(curve(clip, 0, 'gazeX').slice(145, 190))).toBeGreaterThan(0.008);
    expect(mean(curve(clip, 0, 'yaw').slice(150, 190))).toBeGreaterThan(0.02);
    expect(mean(curve(clip, 1, 'yaw').slice(290, 380))).toBeLessThan(-0.02);
  });

  test('of three look at whoever speaks', () => {
    const voices = [
      makeVoice(1, 300, [[10, 130]]),
      makeVoice(2, 300, []),
      makeVoice(3, 300, [[140, 290]]),
    ];
    const seeds = [1, 2, 3, 4];
    const yaws = seeds.map((seed) =>
      curve(planMotion(makeRequest(voices, 300, seed)).motion, 1, 'yaw'),
    );
    expect(mean(yaws.flatMap((yaw) => yaw.slice(50, 130)))).toBeLessThan(-0.03);
    expect(mean(yaws.flatMap((yaw) => yaw.slice(180, 290)))).toBeGreaterThan(0.03);
  });

  test('look back to rest when nobody speaks', () => {
    const voices = [makeVoice(1, 400, [[0, 100]]), makeVoice(2, 400, [])];
    const gaze = [1, 2, 3, 4, 5].flatMap((seed) =>
      curve(planMotion(makeRequest(voices, 400, seed)).motion, 1, 'gazeX').slice(200),
    );
    expect(Math.abs(mean(gaze))).toBeLessThan(0.004);
  });

  test('nod', () => {
    const nods = [1, 2, 3].map((seed) => {
      const pitch = curve(planMotion(makeRequest([A, B], FRAMES, seed)).motion, 0, 'pitch');
      return Math.max(...pitch.slice(135, 250)) - Math.min(...pitch.slice(135, 250));
    });
    expect(mean(nods)).toBeGreaterThan(0.04);
  });

  test('blink like people: 0.24 s, both eyes, 10 to 40 times a minute', () => {
    const frames = 1500;
    const voices = [makeVoice(1, frames, [[0, 700]]), makeVoice(2, frames, [[710, 1400]])];
    const motion = planMotion(makeRequest(voices, frames)).motion;
    const left = curve(motion, 0, 'blinkL');
    const blinks = left.filter((value, i) => value > 0 && (left[i - 1] ?? 0) === 0).length;
    expect(blinks).toBeGreaterThanOrEqual(10);
    expect(blinks).toBeLessThanOrEqual(40);
    expect(curve(motion, 0, 'blinkR')).toEqual(left);
  });

  test('do not blink with an eye that is shut in the picture', () => {
    const request = makeRequest([A, B], 300, 1, (person) => ({
      ...person,
      eyeAspect: [0.05, 0.3],
    }));
    const motion = planMotion(request).motion;
    expect(Math.max(...curve(motion, 0, 'blinkL'))).toBe(0);
    expect(Math.max(...curve(motion, 0, 'blinkR'))).toBe(1);
  });
});

describe('permutation', () => {
  test('of the people permutes the motion', () => {
    const voices = [
      makeVoice(1, 300, [[0, 90]]),
      makeVoice(2, 300, [[95, 180]]),
      makeVoice(3, 300, [[170, 290]]),
    ];
    const order = [2, 0, 1];
    const straight = makeRequest(voices, 300);
    const permuted: DraftRequest = {
      ...straight,
      cast: { people: order.map((i) => straight.cast.people[i]) },
      visemes: order.map((i) => straight.visemes[i]),
      energy: order.map((i) => straight.energy[i]),
      scores: order.map((i) => straight.scores[i]),
    };
    const a = planMotion(straight).motion;
    const b = planMotion(permuted).motion;
    for (let t = 0; t < 300; t++) {
      order.forEach((source, place) => {
        expect([...motionAt(b, t, place)]).toEqual([...motionAt(a, t, source)]);
      });
    }
  });
});

describe('statistics', () => {
  /** Mean shift of both eyes between two frames in E; neck pivot as in spec draft 1.1. */
  function eyeShift(from: Float32Array, to: Float32Array): number {
    const place = (motion: Float32Array, eyeX: number): [number, number] => {
      const rotate = (a: number, b: number, angle: number): [number, number] => [
        a * Math.cos(angle) - b * Math.sin(angle),
        a * Math.sin(angle) + b * Math.cos(angle),
      ];
      const [y1, z1] = rotate(-1.77, -0.85, motion[MOTION.pitch]);
      const [x2] = rotate(eyeX, z1, motion[MOTION.yaw]);
      const [x3, y3] = rotate(x2, y1, motion[MOTION.roll]);
      const scale = Math.exp(motion[MOTION.scale]);
      return [scale * x3 + motion[MOTION.tx], scale * y3 + motion[MOTION.ty]];
    };
    const shifts = [-0.42, 0.42].map((eyeX) => {
      const [x0, y0] = place(from, eyeX);
      const [x1, y1] = place(to, eyeX);
      return Math.hypot(x1 - x0, y1 - y0);
    });
    return mean(shifts);
  }

  const frames = 3000;
  const turnsA = Array.from({ length: 10 }, (_, i) => [300 * i, 300 * i + 145] as const);
  const turnsB = Array.from({ length: 10 }, (_, i) => [300 * i + 150, 300 * i + 295] as const);
  const voices = [makeVoice(1, frames, turnsA), makeVoice(2, frames, turnsB)];
  const clip = planMotion(makeRequest(voices, frames)).motion;
  const shiftsWhile = (isSpeaking: boolean, person: number): number =>
    mean(
      Array.from({ length: frames - 1 }, (_, t) => t)
        .filter((t) => voices[person].scores[t] > 0 === isSpeaking)
        .map((t) => eyeShift(motionAt(clip, t, person), motionAt(clip, t + 1, person))),
    );

  test.each([0, 1])('eyes of listener %i move 0.007 to 0.011 E per frame', (person) => {
    const shift = shiftsWhile(false, person);
    // The detector adds 0.002 to 0.005, which makes 0.008 to 0.016 in the film.
    expect(shift).toBeGreaterThan(0.007);
    expect(shift).toBeLessThan(0.011);
  });

  test.each([0, 1])('eyes of speaker %i move more', (person) => {
    const shift = shiftsWhile(true, person);
    expect(shift).toBeGreaterThan(0.0105);
    expect(shift).toBeLessThan(0.046);
  });

  test.each([
    ['roll', 1.2, 2.6],
    ['yaw', 1.4, 3.2],
    ['pitch', 1, 2.4],
  ] as const)(
    'the standard deviation of %s while speaking is that of the spec',
    (name, low, high) => {
      const values = curve(clip, 0, name).filter((_, t) => voices[0].scores[t] > 0);
      const centre = mean(values);
      const deviation = Math.sqrt(mean(values.map((value) => (value - centre) ** 2)));
      expect((deviation * 180) / Math.PI).toBeGreaterThan(low);
      expect((deviation * 180) / Math.PI).toBeLessThan(high);
    },
  );

  test('the film begins with the picture and moves in without a jump', () => {
    const first = motionAt(clip, 0, 1);
    expect(Math.abs(first[MOTION.yaw])).toBeLessThan(0.01);
    expect(Math.abs(first[MOTION.pitch])).toBeLessThan(0.01);
    for (const name of ['pitch', 'yaw', 'roll'] as const) {
      expect(Math.max(...steps(curve(clip, 1, name)))).toBeLessThan(0.03);
    }
  });
});

describe('whatever the input', () => {
  test('the motion is finite and within its bounds', () => {
    const value = fc.oneof(
      fc.double({ min: -3, max: 3, noNaN: true }),
      fc.constantFrom(NaN, Infinity, -Infinity, 0),
    );
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 40, maxLength: 40 }),
        fc.integer(),
        fc.double({ min: 0, max: 0.5, noNaN: true }),
        fc.double({ min: -1.4, max: 1.4, noNaN: true }),
        fc.double({ min: 1, max: 2, noNaN: true }),
        (noise, seed, restGap, yaw, headGain) => {
          const voices = [makeVoice(4, 60, [[0, 30]]), makeVoice(5, 60, [[20, 60]])];
          voices[0].visemes.set(noise, 60);
          voices[0].energy.set(noise, 10);
          voices[1].scores.set(noise, 5);
          const request = makeRequest(voices, 60, seed, (person) => ({
            ...person,
            restGap,
            headGain,
            headPose: { ...person.headPose, yaw },
          }));
          const { data } = planMotion(request).motion;
          data.forEach((number, i) => {
            const { min, max } = MOTION_PARAMETERS[i % MOTION_PARAMETERS.length];
            expect(number >= Math.fround(min) && number <= Math.fround(max)).toBe(true);
          });
        },
      ),
      { numRuns: 25 },
    );
  });

  test('nobody and no frames are fine', () => {
    expect(planMotion(makeRequest([], 10)).motion.data).toHaveLength(0);
    expect(planMotion(makeRequest([A], 0)).motion.data).toHaveLength(0);
  });
});

function correlate(a: readonly number[], b: readonly number[]): number {
  const centre = (values: readonly number[]): number[] => values.map((v) => v - mean(values));
  const [x, y] = [centre(a), centre(b)];
  const dot = (p: readonly number[], q: readonly number[]): number =>
    p.reduce((sum, value, i) => sum + value * q[i], 0);
  return dot(x, y) / Math.sqrt(dot(x, x) * dot(y, y));
}
