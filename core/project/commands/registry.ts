// Every edit of a project, by name. The command line, the window and tests know no other way.
import type { z } from 'zod';
import { addVoice } from './add-voice.ts';
import { assignVoice } from './assign-voice.ts';
import { createScene } from './create-scene.ts';
import { proposeAssignments } from './propose-assignments.ts';
import { recordFaces } from './record-faces.ts';
import { relinkMedia } from './relink-media.ts';
import { removeVoice } from './remove-voice.ts';
import { renamePerson } from './rename-person.ts';
import { setMatte } from './set-matte.ts';
import { setPersonSilent } from './set-person-silent.ts';
import { setPlate } from './set-plate.ts';
import { setSceneSettings } from './set-scene-settings.ts';
import { setScoreKeys } from './set-score-keys.ts';

export const COMMANDS = {
  addVoice,
  assignVoice,
  createScene,
  proposeAssignments,
  recordFaces,
  relinkMedia,
  removeVoice,
  renamePerson,
  setMatte,
  setPersonSilent,
  setPlate,
  setSceneSettings,
  setScoreKeys,
} as const;

export type CommandName = keyof typeof COMMANDS;
export type CommandInput<N extends CommandName> = z.input<(typeof COMMANDS)[N]['input']>;
