import { describe, expect, test } from 'vitest';
import { fakeFace, fakeImage } from '../../test/fakes/fake-project.ts';
import { interview, stretches } from '../../test/fakes/workbench.ts';
import { COMMANDS, EDIT_COMMANDS, type CommandName } from './commands/registry.ts';

describe('score keys', () => {
  test('a key at the same tick is replaced and keeps its id', () => {
    const bench = interview();
    const personId = bench.document.people[0].id;
    bench.run('setScoreKeys', { personId, set: [{ tick: 5, value: 1 }] });
    const [{ id }] = bench.document.scoreKeys;
    const set = [{ tick: 5, value: -1, interpolation: 'linear' as const }];
    bench.run('setScoreKeys', { personId, set });
    const handles = { inHandle: null, outHandle: null };
    expect(bench.document.scoreKeys).toEqual([{ id, personId, ...set[0], ...handles }]);
    bench.run('setScoreKeys', { personId, remove: [5] });
    expect(bench.document.scoreKeys).toEqual([]);
    expect(() => bench.run('setScoreKeys', { personId, remove: [5] })).toThrow(/no score key/);
  });

  test('a value outside [-1, 1] is refused', () => {
    const bench = interview();
    const personId = bench.document.people[0].id;
    expect(() => bench.run('setScoreKeys', { personId, set: [{ tick: 0, value: 1.5 }] })).toThrow(
      /set\.0\.value/,
    );
    expect(() => bench.run('setScoreKeys', { personId, set: [{ tick: 0, value: NaN }] })).toThrow();
  });

  test('a key that moves keeps its id, and takes the place of a key that stands there', () => {
    const bench = interview();
    const personId = bench.document.people[0].id;
    const set = [5, 10, 15].map((tick) => ({ tick, value: tick / 100 }));
    bench.run('setScoreKeys', { personId, set });
    const [five, ten] = bench.document.scoreKeys;
    const label = bench.run('editScoreKeys', {
      edits: [
        {
          personId,
          set: [
            { tick: 10, value: 0.5, from: 5 },
            { tick: 15, value: 1, from: 10 },
          ],
        },
      ],
      operation: { kind: 'move', count: 2 },
    });
    expect(label).toBe('Move 2 keys');
    expect(bench.document.scoreKeys.map(({ id, tick, value }) => [id, tick, value])).toEqual([
      [five.id, 10, 0.5],
      [ten.id, 15, 1],
    ]);
  });

  test('a gesture over two people is one step, and a person comes only once in it', () => {
    const bench = interview();
    const [a, b] = bench.document.people.map(({ id }) => id);
    const set = [{ tick: 0, value: 1, outHandle: { ticks: 7, value: 0.25 } }];
    const edits = [a, b].map((personId) => ({ personId, set }));
    expect(bench.run('editScoreKeys', { edits, operation: { kind: 'shift', ms: -40 } })).toBe(
      'Shift -40 ms',
    );
    expect(bench.document.scoreKeys.map(({ outHandle }) => outHandle?.ticks)).toEqual([7, 7]);
    const twice = { edits: [edits[0], edits[0]], operation: { kind: 'draw' as const } };
    expect(() => bench.run('editScoreKeys', twice)).toThrow(/each person comes once/);
  });

  test('one key among thousands moves without the others being made again', () => {
    const bench = interview();
    const [a, b] = bench.document.people.map(({ id }) => id);
    const set = Array.from({ length: 1000 }, (_, tick) => ({ tick, value: 0 }));
    bench.run('setScoreKeys', { personId: a, set });
    bench.run('setScoreKeys', { personId: b, set });
    const before = bench.document;
    bench.run('editScoreKeys', {
      edits: [{ personId: a, set: [{ tick: 5000, value: 1, from: 10 }] }],
      operation: { kind: 'move' },
    });
    const kept = new Set(before.scoreKeys);
    expect(bench.document.scoreKeys.filter((key) => !kept.has(key))).toHaveLength(1);
    expect(bench.document.people).toBe(before.people);
  });
});

describe('proposals and stretches', () => {
  /** Anna's voice proposed to A, Ben's to B. */
  function proposed() {
    const bench = interview();
    const { voices, people } = bench.document;
    bench.run('proposeAssignments', {
      proposals: voices.map(({ id }, i) => ({
        voiceId: id,
        personId: people[i].id,
        confidence: 0.8,
      })),
    });
    return bench;
  }

  test('proposals are accepted one by one or all at once, and dismissed', () => {
    const bench = proposed();
    const [first, second] = bench.document.assignments;
    expect(bench.run('acceptProposals', { assignmentIds: [first.id] })).toBe('Accept a proposal');
    expect(stretches(bench.document)).toEqual(['0-end A user', '0-end B proposal']);
    expect(() => bench.run('dismissProposal', { assignmentId: first.id })).toThrow(
      /not a proposal/,
    );
    bench.run('dismissProposal', { assignmentId: second.id });
    expect(stretches(bench.document)).toEqual(['0-end A user']);
    const again = proposed();
    expect(again.run('acceptProposals', { assignmentIds: 'all' })).toBe('Accept 2 proposals');
    expect(stretches(again.document)).toEqual(['0-end A user', '0-end B user']);
  });

  test('a voice changes its person in the middle', () => {
    const bench = proposed();
    const [anna] = bench.document.voices;
    const b = bench.document.people[1].id;
    expect(bench.run('splitAssignment', { voiceId: anna.id, tick: 500 })).toBe('Split voice anna');
    const right = bench.document.assignments.find(({ startTick }) => startTick === 500)!;
    bench.run('assignStretch', { assignmentId: right.id, personId: b });
    expect(stretches(bench.document)).toEqual([
      '0-500 A proposal',
      '500-end B user',
      '0-end B proposal',
    ]);
    for (const tick of [0, 500, anna.durationTicks]) {
      expect(() => bench.run('splitAssignment', { voiceId: anna.id, tick })).toThrow(/no stretch/);
    }
  });

  test('clearing a range leaves it undecided', () => {
    const bench = proposed();
    const [anna, ben] = bench.document.voices;
    bench.run('clearAssignments', { voiceId: ben.id });
    bench.run('clearAssignments', { voiceId: anna.id, startTick: 100, endTick: 200 });
    expect(stretches(bench.document)).toEqual(['0-100 A proposal', '200-end A proposal']);
  });
});

describe('what belongs to a person', () => {
  test('a person who goes takes keys and pictures along, and nobody looks at them any more', () => {
    const bench = interview();
    const [a, b] = bench.document.people.map(({ id }) => id);
    const gaze = { kind: 'person' as const, personId: a };
    bench.run('setPoseKeys', { personId: b, set: [{ tick: 0, gaze, values: { yaw: 0.1 } }] });
    bench.run('setPoseKeys', { personId: a, set: [{ tick: 0, values: { yaw: 0.1 } }] });
    bench.run('setScoreKeys', { personId: a, set: [{ tick: 0, value: 1 }] });
    bench.run('setPortrait', { personId: a, media: fakeImage('f.png', 64, 64) });
    bench.run('setMatte', { personId: a, media: fakeImage('m.png') });
    expect(bench.run('removePerson', { personId: a })).toBe('Remove A');
    expect(bench.document.people.map(({ id, order }) => [id, order])).toEqual([[b, 0]]);
    expect(bench.document.poseKeys.map(({ personId, gaze }) => [personId, gaze?.kind])).toEqual([
      [b, 'auto'],
    ]);
    expect(bench.document.scoreKeys).toEqual([]);
    expect(bench.document.media.some(({ kind }) => kind === 'matte' || kind === 'portrait')).toBe(
      false,
    );
  });

  test('a portrait may have any size and is dropped when another comes', () => {
    const bench = interview();
    const personId = bench.document.people[0].id;
    bench.run('setPortrait', { personId, media: fakeImage('f.png', 64, 64) });
    bench.run('setPortrait', { personId, media: fakeImage('g.png', 65, 65) });
    const portraits = bench.document.media.filter(({ kind }) => kind === 'portrait');
    expect(portraits.map(({ relativePath }) => relativePath)).toEqual(['g.png']);
    expect(bench.document.people[0].portraitId).toBe(portraits[0].id);
  });

  test('drawn people stand in order from left to right and survive an analysis', () => {
    const bench = interview();
    expect(bench.run('drawPerson', { face: fakeFace(500) })).toBe('Draw person C');
    const byPlace = () => bench.document.people.map(({ name, source }) => `${name} ${source}`);
    expect(byPlace()).toEqual(['A detected', 'C drawn', 'B detected']);
    bench.run('recordFaces', { faces: [fakeFace(200)] });
    expect(byPlace()).toEqual(['A detected', 'C drawn']);
  });

  test('a face whose points were dragged is no longer overwritten', () => {
    const bench = interview();
    const personId = bench.document.people[0].id;
    bench.run('setLandmarks', { personId, face: fakeFace(900) });
    expect(bench.document.people.map(({ id }) => id)[1]).toBe(personId);
    bench.run('recordFaces', { faces: [fakeFace(905), fakeFace(800)] });
    const person = bench.document.people.find(({ id }) => id === personId)!;
    expect(person).toMatchObject({ source: 'drawn', face: { box: [900, 200, 100, 120] } });
  });

  test('a drag of a point is a step with a name', () => {
    const bench = interview();
    const [{ id: personId, face }] = bench.document.people;
    expect(bench.run('setLandmarks', { personId, face })).toBe('Adjust face of A');
    expect(bench.run('setLandmarks', { personId, face, part: 'chin' })).toBe('Move chin of A');
    const part = 'ear' as 'chin';
    expect(() => bench.run('setLandmarks', { personId, face, part })).toThrow(/part/);
  });

  test('regions make room for a drawn person and for a face that moves', () => {
    const bench = interview();
    const apart = (): boolean => {
      const regions = bench.document.people.map(({ face }) => face.region);
      return regions
        .slice(1)
        .every(([x], i) => regions[i][0] + regions[i][2] <= x && regions[i][2] > 0);
    };
    expect(apart()).toBe(true);
    bench.run('drawPerson', { face: { ...fakeFace(300), region: [100, 0, 1000, 720] } });
    expect(bench.document.people).toHaveLength(3);
    expect(apart()).toBe(true);
    const { id: personId } = bench.document.people[1];
    bench.run('setLandmarks', { personId, face: { ...fakeFace(620), region: [0, 0, 1280, 720] } });
    expect(apart()).toBe(true);
    expect(bench.document.people[1].face.region[0]).toBeGreaterThan(400);
  });

  test('a pose key touches something, holds its bounds, and looks at another person', () => {
    const bench = interview();
    const [a, b] = bench.document.people.map(({ id }) => id);
    const set = (key: object) =>
      bench.run('setPoseKeys', { personId: a, set: [{ tick: 0, ...key }] });
    expect(() => set({})).toThrow(/at least one thing/);
    expect(() => set({ values: { yaw: 1 } })).toThrow(/set\.0\.values\.yaw/);
    expect(() => set({ gaze: { kind: 'person', personId: a } })).toThrow(/themselves/);
    expect(set({ gaze: { kind: 'person', personId: b } })).toBe('Change pose');
    expect(() => bench.run('setPoseKeys', { personId: a, remove: [9] })).toThrow(/no pose key/);
  });

  test('shares and offsets keep their bounds', () => {
    const bench = interview();
    const personId = bench.document.people[0].id;
    const voiceId = bench.document.voices[0].id;
    bench.run('setFollowVoice', { personId, followVoice: 0.25 });
    bench.run('setKeepMotion', { personId, keepMotion: 0.5 });
    expect(bench.document.people[0]).toMatchObject({ followVoice: 0.25, keepMotion: 0.5 });
    expect(() => bench.run('setFollowVoice', { personId, followVoice: 2 })).toThrow(/followVoice/);
    expect(bench.run('setVoiceOffset', { voiceId, lipOffsetTicks: -28_224_000 })).toBe(
      'Shift lips of anna to -40 ms',
    );
    expect(() => bench.run('setVoiceOffset', { voiceId, lipOffsetTicks: 141_120_001 })).toThrow();
    expect(bench.run('renameVoice', { voiceId, name: 'Anna 2' })).toBe(
      'Rename voice anna to Anna 2',
    );
  });
});

describe('markers', () => {
  test('markers are added, moved, edited and deleted with a name for each', () => {
    const bench = interview();
    expect(bench.run('setMarkers', { set: [{ tick: 9 }, { tick: 3, name: 'x' }] })).toBe(
      'Add 2 markers',
    );
    const [x, plain] = bench.document.markers;
    expect([x.name, plain.name, plain.color]).toEqual(['x', 'Marker', null]);
    expect(bench.run('setMarkers', { set: [{ ...x, tick: 12 }] })).toBe('Move marker');
    expect(bench.run('setMarkers', { set: [{ ...x, tick: 12, note: 'n' }] })).toBe('Edit marker');
    expect(bench.run('setMarkers', { remove: [x.id, plain.id] })).toBe('Delete 2 markers');
    expect(bench.document.markers).toEqual([]);
    expect(() => bench.run('setMarkers', { remove: [x.id] })).toThrow(/no marker/);
  });
});

test('a window may send every command but those that carry files or what an analysis found', () => {
  const kept = new Set<CommandName>(EDIT_COMMANDS);
  expect(Object.keys(COMMANDS).filter((name) => !kept.has(name as CommandName))).toEqual([
    'addVoice',
    'createScene',
    'proposeAssignments',
    'recordFaces',
    'relinkMedia',
    'setMatte',
    'setPlate',
    'setPortrait',
  ]);
});
