// Every edit of a project, by name. The command line, the window and tests know no other way.
import type { z } from 'zod';
import { acceptProposals } from './accept-proposals.ts';
import { addVoice } from './add-voice.ts';
import { assignStretch } from './assign-stretch.ts';
import { assignVoice } from './assign-voice.ts';
import { clearAssignments } from './clear-assignments.ts';
import { createScene } from './create-scene.ts';
import { dismissProposal } from './dismiss-proposal.ts';
import { drawPerson } from './draw-person.ts';
import { editScoreKeys } from './edit-score-keys.ts';
import { proposeAssignments } from './propose-assignments.ts';
import { recordFaces } from './record-faces.ts';
import { relinkMedia } from './relink-media.ts';
import { removePerson } from './remove-person.ts';
import { removeVoice } from './remove-voice.ts';
import { renamePerson } from './rename-person.ts';
import { renameVoice } from './rename-voice.ts';
import { setFollowVoice } from './set-follow-voice.ts';
import { setKeepMotion } from './set-keep-motion.ts';
import { setLandmarks } from './set-landmarks.ts';
import { setMarkers } from './set-markers.ts';
import { setMatte } from './set-matte.ts';
import { setPersonSilent } from './set-person-silent.ts';
import { setPlate } from './set-plate.ts';
import { setPortrait } from './set-portrait.ts';
import { setPoseKeys } from './set-pose-keys.ts';
import { setSceneSettings } from './set-scene-settings.ts';
import { setScoreKeys } from './set-score-keys.ts';
import { setVoiceOffset } from './set-voice-offset.ts';
import { splitAssignment } from './split-assignment.ts';

export const COMMANDS = {
  acceptProposals,
  addVoice,
  assignStretch,
  assignVoice,
  clearAssignments,
  createScene,
  dismissProposal,
  drawPerson,
  editScoreKeys,
  proposeAssignments,
  recordFaces,
  relinkMedia,
  removePerson,
  removeVoice,
  renamePerson,
  renameVoice,
  setFollowVoice,
  setKeepMotion,
  setLandmarks,
  setMarkers,
  setMatte,
  setPersonSilent,
  setPlate,
  setPortrait,
  setPoseKeys,
  setSceneSettings,
  setScoreKeys,
  setVoiceOffset,
  splitAssignment,
} as const;

export type CommandName = keyof typeof COMMANDS;
export type CommandInput<N extends CommandName> = z.input<(typeof COMMANDS)[N]['input']>;

/**
 * Commands that a window may send as they are. The others carry paths and hashes of files or what
 * an analysis found: the host makes those itself.
 */
export const EDIT_COMMANDS = [
  'acceptProposals',
  'assignStretch',
  'assignVoice',
  'clearAssignments',
  'dismissProposal',
  'drawPerson',
  'editScoreKeys',
  'removePerson',
  'removeVoice',
  'renamePerson',
  'renameVoice',
  'setFollowVoice',
  'setKeepMotion',
  'setLandmarks',
  'setMarkers',
  'setPersonSilent',
  'setPoseKeys',
  'setSceneSettings',
  'setScoreKeys',
  'setVoiceOffset',
  'splitAssignment',
] as const satisfies readonly CommandName[];

export type EditCommandName = (typeof EDIT_COMMANDS)[number];
