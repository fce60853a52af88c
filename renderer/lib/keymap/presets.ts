// Key maps of other editors, for hands that know them: what differs from our own map, by action.
import type { Settings } from '#core/contract/app-types.ts';
import type { Chord } from './chord.ts';

type Preset = Readonly<Record<string, readonly Chord[]>>;

export const KEY_PRESETS: Readonly<Record<Settings['keyMap'], Preset>> = {
  default: {},
  premiere: {},
  resolve: {},
  avid: {},
};
