// Every command can be taken back, whatever came before it.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AppError } from '#core/errors/app-error.ts';
import { countingIds, fakeFace, fakeImage, fakeVoice } from '../../test/fakes/fake-project.ts';
import { applyChanges } from './apply-changes.ts';
import { canonicalJson } from '../json/canonical-json.ts';
import { COMMANDS, type CommandName } from './commands/registry.ts';
import { EMPTY_DOCUMENT, documentSchema, type ProjectDocument } from './document.ts';
import { planCommand } from './plan-command.ts';
import { invertChanges, type RowChange } from './rows.ts';

interface Step {
  readonly name: CommandName;
  /** Turned into references and values that fit the document of the moment. */
  readonly dice: readonly number[];
}

const step: fc.Arbitrary<Step> = fc.record({
  name: fc.constantFrom(...(Object.keys(COMMANDS) as CommandName[])),
  dice: fc.array(fc.nat(999), { minLength: 8, maxLength: 8 }),
});

/** Inputs of the commands that set and remove things at points of the film. */
function keyInputsOf(
  [d0, d1, d2, d3, d4]: readonly number[],
  document: ProjectDocument,
  personId: string,
  other: string,
) {
  const keyTick = (die: number): number => die % 5;
  const scoreKeys = {
    set: [
      { tick: keyTick(d1), value: d2 % 4 === 0 ? null : d3 / 999, interpolation: 'bezier' },
      ...(d3 % 3 === 0 ? [{ tick: keyTick(d2), value: -0.5, from: keyTick(d4) }] : []),
    ],
    remove: d4 % 3 === 0 ? [keyTick(d1 + 1)] : [],
  };
  return {
    setScoreKeys: { personId, ...scoreKeys },
    editScoreKeys: {
      edits: [
        { personId, ...scoreKeys },
        {
          personId: other,
          set: [{ tick: keyTick(d4), value: 1, outHandle: { ticks: d0, value: 0.1 } }],
        },
      ].slice(0, 1 + (d2 % 2)),
      operation: { kind: 'move', count: 1 + (d0 % 3) },
    },
    setPoseKeys: {
      personId,
      set: [
        {
          tick: keyTick(d1),
          values: { yaw: d2 % 3 === 0 ? null : 0.1 },
          gaze: d3 % 3 === 0 ? { kind: 'camera' } : { kind: 'person', personId: other },
          from: d4 % 3 === 0 ? keyTick(d1 + 1) : undefined,
        },
      ],
      remove: d4 % 5 === 0 ? [keyTick(d1 + 2)] : [],
    },
    setMarkers: {
      set: [
        { id: d2 % 2 === 0 ? undefined : document.markers[d0 % 9]?.id, tick: d1, color: d3 % 9 },
      ],
      remove: d4 % 3 === 0 ? document.markers.slice(1, 2).map(({ id }) => id) : [],
    },
  };
}

/** An input for a command; sometimes an illegal one. */
function inputOf({ name, dice }: Step, document: ProjectDocument): unknown {
  const [d0, d1, d2, d3, d4] = dice;
  const one = <T>(list: readonly T[], die: number): T | undefined => list[die % list.length];
  const personId = one(document.people, d0)?.id ?? 'nobody';
  const voiceId = one(document.voices, d1)?.id ?? 'none';
  const startTick = d2 * 1000;
  const stretch = { startTick, endTick: d3 % 3 === 0 ? null : startTick + d3 * 500 };
  const assignmentId = one(document.assignments, d2)?.id ?? 'none';
  const other = one(document.people, d1)?.id ?? 'nobody';
  const inputs: Record<CommandName, unknown> = {
    createScene: { picture: fakeImage(`p${d0}.png`), seed: d1 },
    addVoice: { name: `voice ${d0}`, media: fakeVoice(`${d1}.wav`, 1 + (d2 % 9)) },
    removeVoice: { voiceId },
    recordFaces: {
      faces: Array.from({ length: 1 + (d0 % 4) }, (_, i) => fakeFace(((d1 + i * 3) % 8) * 130)),
    },
    assignVoice: { voiceId, personId: d4 % 4 === 0 ? null : personId, ...stretch },
    proposeAssignments: {
      proposals: document.voices.map(({ id }) => ({ voiceId: id, personId, confidence: 0.5 })),
    },
    setPersonSilent: { personId, silent: d1 % 2 === 0 },
    ...keyInputsOf(dice, document, personId, other),
    acceptProposals: { assignmentIds: d0 % 2 === 0 ? 'all' : [assignmentId] },
    dismissProposal: { assignmentId },
    splitAssignment: { voiceId, tick: 1000 * d4 },
    assignStretch: { assignmentId, personId: d4 % 4 === 0 ? null : personId },
    clearAssignments: { voiceId, ...stretch },
    setFollowVoice: { personId, followVoice: d1 / 999 },
    setKeepMotion: { personId, keepMotion: d1 / 900 },
    setVoiceOffset: { voiceId, lipOffsetTicks: (d0 - 500) * 300_000 },
    renameVoice: { voiceId, name: `voice ${d2}` },
    setPortrait: { personId, media: d1 % 3 === 0 ? null : fakeImage(`f${d2}.png`, 64, 64) },
    drawPerson: { face: fakeFace(d1) },
    removePerson: { personId },
    setLandmarks: { personId, face: fakeFace(d1) },
    renamePerson: { personId, name: `name ${d1}` },
    setMatte: { personId, media: d1 % 3 === 0 ? null : fakeImage(`m${d2}.png`) },
    setPlate: { media: d1 % 3 === 0 ? null : fakeImage(`plate${d2}.png`) },
    setSceneSettings: { seed: d0, size: [64 + 2 * d1, 64 + 2 * d2] },
    relinkMedia: {
      links: document.media.slice(0, 1 + (d0 % 3)).map(({ id }) => ({
        mediaId: id,
        relativePath: `moved/${d1}`,
        absolutePath: `/moved/${d1}`,
      })),
    },
  };
  return inputs[name];
}

/** What a store keeps: changes done and changes undone. */
interface Session {
  document: ProjectDocument;
  done: (readonly RowChange[])[];
  undone: (readonly RowChange[])[];
}

/** A project worth editing: most commands need people, voices and proposals. */
const BEGINNING: readonly Step[] = (
  ['createScene', 'addVoice', 'addVoice', 'recordFaces', 'proposeAssignments'] as const
).map((name) => ({ name, dice: [2, 2, 2, 2, 2, 2, 2, 2] }));

test('apply, then apply the inverse, gives the same document back', () => {
  const ran = new Set<CommandName>();
  fc.assert(
    fc.property(fc.array(step, { minLength: 5, maxLength: 40 }), (steps) => {
      const newId = countingIds();
      let document = EMPTY_DOCUMENT;
      for (const each of [...BEGINNING, ...steps]) {
        try {
          const input = inputOf(each, document) as never;
          const planned = planCommand(document, each.name, input, newId);
          const back = applyChanges(planned.document, invertChanges(planned.changes));
          expect(canonicalJson(back)).toBe(canonicalJson(document));
          expect(canonicalJson(documentSchema.parse(planned.document))).toBe(
            canonicalJson(planned.document),
          );
          document = planned.document;
          ran.add(each.name);
        } catch (error) {
          if (!(error instanceof AppError)) throw error;
        }
      }
    }),
    { numRuns: 60, seed: 20 },
  );
  expect([...ran].sort()).toEqual(Object.keys(COMMANDS).sort());
});

test('any walk of commands, undo and redo can be undone to nothing and redone to the end', () => {
  const walk = fc.array(fc.oneof({ weight: 4, arbitrary: step }, fc.constantFrom('undo', 'redo')), {
    maxLength: 40,
  });
  const move = (session: Session, from: 'done' | 'undone', to: 'done' | 'undone'): boolean => {
    const changes = session[from].pop();
    if (changes === undefined) return false;
    session.document = applyChanges(session.document, invertChanges(changes));
    session[to].push(invertChanges(changes));
    return true;
  };
  fc.assert(
    fc.property(walk, (moves) => {
      const newId = countingIds();
      const session: Session = { document: EMPTY_DOCUMENT, done: [], undone: [] };
      for (const each of moves) {
        if (each === 'undo') move(session, 'done', 'undone');
        else if (each === 'redo') move(session, 'undone', 'done');
        else {
          try {
            const input = inputOf(each, session.document) as never;
            const planned = planCommand(session.document, each.name, input, newId);
            session.document = planned.document;
            session.done.push(planned.changes);
            session.undone = [];
          } catch (error) {
            if (!(error instanceof AppError)) throw error;
          }
        }
      }
      while (move(session, 'undone', 'done'));
      const end = canonicalJson(session.document);
      while (move(session, 'done', 'undone'));
      expect(session.document).toEqual(EMPTY_DOCUMENT);
      while (move(session, 'undone', 'done'));
      expect(canonicalJson(session.document)).toBe(end);
    }),
    { numRuns: 100, seed: 21 },
  );
});

test('changes made for another document are refused', () => {
  const planned = planCommand(
    EMPTY_DOCUMENT,
    'createScene',
    { picture: fakeImage() },
    countingIds(),
  );
  expect(() => applyChanges(planned.document, planned.changes)).toThrow(/another document/);
});
