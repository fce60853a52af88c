import { resolve } from 'node:path';
import { POSE_PARAMETERS, type PoseParameter } from '#core/pose/pose-schema.ts';
import { parseTime } from '#core/time/timecode.ts';
import type { GazeInput } from '#main/host/host.ts';
import {
  onePositional,
  parseCommandLine,
  parseWhole,
  usageError,
  type Command,
} from '../command.ts';

export const poseCommand: Command = {
  name: 'pose',
  usage:
    'pose <project> --person 1 --at 00:00:03.000 [--set yaw=0.2,pitch=-0.1] [--looks-at 2|camera|free|auto] [--hold | --linear]  |  --clear T',
  summary: 'set a key of head, face or gaze (value "auto" hands back to the generator)',
  async run(args, { host, reporter, cwd }) {
    const { values, positionals } = parseCommandLine(this, args, {
      person: { type: 'string' },
      at: { type: 'string' },
      set: { type: 'string', multiple: true },
      'looks-at': { type: 'string' },
      hold: { type: 'boolean' },
      linear: { type: 'boolean' },
      clear: { type: 'string', multiple: true },
    });
    const project = resolve(cwd, onePositional(this, positionals, 'project file'));
    if (values.person === undefined) throw usageError('--person is missing.');
    const person = parseWhole(values.person, '--person', 1, 99);
    const gaze = values['looks-at'] === undefined ? null : parseGaze(values['looks-at']);
    const pose = Object.fromEntries((values.set ?? []).flatMap(parseValues));
    const touches = gaze !== null || Object.keys(pose).length > 0;
    if (touches !== (values.at !== undefined)) {
      const message = touches ? '--at is missing.' : '--at needs --set or --looks-at.';
      throw usageError(message, `Usage: parley ${this.usage}`);
    }
    const interpolation =
      values.hold === true ? 'hold' : values.linear === true ? 'linear' : 'smooth';
    const keys =
      values.at === undefined
        ? []
        : [{ tick: parseTime(values.at), values: pose, gaze, interpolation } as const];
    const clear = (values.clear ?? []).map(parseTime);
    if (keys.length + clear.length === 0) {
      throw usageError('Nothing to set.', `Usage: parley ${this.usage}`);
    }
    const label = await host.setPoseKeys(project, person, keys, clear);
    reporter.done({ project, changes: [label] }, [label]);
  },
};

const VALUE = /^([a-zA-Z]+)=(auto|[+-]?\d*\.?\d+)$/;

/** Values from `yaw=0.2,pitch=auto`. */
export function parseValues(text: string): [PoseParameter, number | null][] {
  return text.split(',').map((part) => {
    const match = VALUE.exec(part.trim());
    const parameter = POSE_PARAMETERS.find((name) => name === match?.[1]);
    if (!match || parameter === undefined) {
      throw usageError(
        `"${part}" is not a pose value.`,
        `Write it as yaw=0.2; there are ${POSE_PARAMETERS.join(', ')}.`,
      );
    }
    return [parameter, match[2] === 'auto' ? null : Number(match[2])];
  });
}

function parseGaze(text: string): GazeInput {
  if (text === 'camera' || text === 'free' || text === 'auto') return text;
  return parseWhole(text, '--looks-at', 1, 99);
}
