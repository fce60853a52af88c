// The commands of this version, in the order of help.

import type { Command } from '../command.ts';
import { analyzeCommand } from './analyze.ts';
import { assignCommand } from './assign.ts';
import { doctorCommand } from './doctor.ts';
import { inspectCommand } from './inspect.ts';
import { measureCommand } from './measure.ts';
import { newCommand } from './new.ts';
import { poseCommand } from './pose.ts';
import { relinkCommand } from './relink.ts';
import { renderCommand } from './render.ts';
import { scoreCommand } from './score.ts';
import { serveCommand } from './serve.ts';
import { redoCommand, undoCommand } from './undo.ts';

export const COMMANDS: readonly Command[] = [
  newCommand,
  analyzeCommand,
  assignCommand,
  scoreCommand,
  poseCommand,
  undoCommand,
  redoCommand,
  renderCommand,
  measureCommand,
  inspectCommand,
  relinkCommand,
  serveCommand,
  doctorCommand,
];

/** Promised by the design, built in later versions, not listed in help. */
export const LATER_COMMANDS: readonly string[] = ['export', 'models'];
