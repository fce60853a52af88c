import { beforeEach, expect, test } from 'vitest';
import {
  fileTokenSchema,
  sessionSchema,
  viewStateSchema,
  type ExportPreset,
} from '#core/contract/project-types.ts';
import { madeUpTake } from '../../../test/fakes/made-up-take.ts';
import { NO_PROJECT, type ProjectState } from '../../state/project-store.ts';
import {
  chosenPreset,
  deliverStore,
  exportSettings,
  followDeliveredProject,
} from './deliver-store.ts';

const preset = (id: string, unavailable: string | null = null): ExportPreset => ({
  id,
  name: id,
  purpose: '',
  extension: 'mp4',
  unavailable,
});
const session = sessionSchema.parse('s1');
const project: ProjectState = {
  ...NO_PROJECT,
  opened: { session, name: 'Talk', displayPath: '', readOnly: null, notices: [] },
  takes: [madeUpTake(1)],
};
const VIEW = viewStateSchema.parse({ inTick: 10, outTick: 20 });

beforeEach(() => {
  followDeliveredProject(null);
  followDeliveredProject(session);
  deliverStore.setState({ presets: [preset('dnxhr', 'No encoder.'), preset('h264')] });
});

test('the first preset that can be used, until another one is chosen', () => {
  expect(chosenPreset(deliverStore.getState())?.id).toBe('h264');
  deliverStore.setState({ presetId: 'dnxhr' });
  expect(chosenPreset(deliverStore.getState())?.id).toBe('h264');
  deliverStore.setState({ presets: [preset('png'), preset('h264')], presetId: 'h264' });
  expect(chosenPreset(deliverStore.getState())?.id).toBe('h264');
});

test('the project as it is now, from In to Out, under the next name, in the exports folder', () => {
  expect(exportSettings(deliverStore.getState(), project, VIEW)).toEqual({
    preset: 'h264',
    takeId: null,
    range: { inTick: 10, outTick: 20 },
    fileName: 'Talk_v1',
    folder: null,
  });
});

test('a take, all of it, under a name and in a folder of the user', () => {
  const token = fileTokenSchema.parse('folder');
  deliverStore.setState({
    takeId: madeUpTake(1).id,
    isWholeFilm: true,
    fileName: 'Final',
    folder: { token, name: 'ep7' },
  });
  expect(exportSettings(deliverStore.getState(), project, VIEW)).toMatchObject({
    takeId: 'take-1',
    range: null,
    fileName: 'Final',
    folder: 'folder',
  });
});

test('a take that is gone is not delivered: the project is', () => {
  deliverStore.setState({ takeId: madeUpTake(9).id });
  expect(exportSettings(deliverStore.getState(), project, VIEW)?.takeId).toBeNull();
});

test('without a preset, a project or a possible name there is nothing to deliver', () => {
  expect(exportSettings(deliverStore.getState(), NO_PROJECT, VIEW)).toBeNull();
  deliverStore.setState({ fileName: 'a/b' });
  expect(exportSettings(deliverStore.getState(), project, VIEW)).toBeNull();
  deliverStore.setState({ fileName: null, presets: [] });
  expect(exportSettings(deliverStore.getState(), project, VIEW)).toBeNull();
});

test('another project starts afresh', () => {
  deliverStore.setState({ fileName: 'Final', isWholeFilm: true });
  followDeliveredProject(sessionSchema.parse('s2'));
  expect(deliverStore.getState()).toMatchObject({ fileName: null, isWholeFilm: false });
});
