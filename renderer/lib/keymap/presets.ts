// Key maps of other editors, for hands that know them: what differs from our own map, by action. Where
// such an editor has no key for what Parley does, ours stays, or moves when the editor needs its key.
import type { Settings } from '#core/contract/app-types.ts';
import type { Chord } from './chord.ts';

export type KeyPreset = Readonly<Record<string, readonly Chord[]>>;

const NUMBERS = [1, 2, 3, 4, 5, 6, 7, 8] as const;

function forPeople(verb: string, keysOfNumber: (number: number) => readonly Chord[]): KeyPreset {
  return Object.fromEntries(
    NUMBERS.map((number) => [`people.${verb}${number}`, keysOfNumber(number)]),
  );
}

/** Razor C, pen P, add edit Ctrl+K, workspaces Alt+Shift+1 to 4; marks are cleared with Ctrl+Shift. */
const PREMIERE: KeyPreset = {
  'file.export': ['Ctrl+KeyM'],
  'edit.duplicate': ['Ctrl+Shift+Slash'],
  'help.keys': ['Ctrl+Alt+KeyK', 'F1', 'Shift+Slash'],
  'view.assign': ['Alt+Shift+Digit1', 'Alt+Digit1'],
  'view.animate': ['Alt+Shift+Digit2', 'Alt+Digit2'],
  'view.review': ['Alt+Shift+Digit3', 'Alt+Digit3'],
  'view.deliver': ['Alt+Shift+Digit4', 'Alt+Digit4'],
  'view.fullScreenMonitor': ['Ctrl+Backquote', 'F11'],
  'view.palette': ['Ctrl+KeyF'],
  'timeline.split': ['KeyC'],
  'timeline.splitAtPlayhead': ['Ctrl+KeyK'],
  'timeline.fit': ['Backslash', 'Shift+KeyZ'],
  'timeline.centre': ['Shift+KeyC'],
  'transport.loop': ['Ctrl+KeyL', 'Slash'],
  'range.clearIn': ['Ctrl+Shift+KeyI', 'Alt+KeyI'],
  'range.clearOut': ['Ctrl+Shift+KeyO', 'Alt+KeyO'],
  'range.clear': ['Ctrl+Shift+KeyX', 'Alt+KeyX'],
  'takes.renderRange': ['Enter', 'KeyR'],
  'people.acceptAll': ['Shift+Enter'],
};

/** Selection A, blade B, snapping N, pages Shift+4, 5, 6 and 8 as Edit, Fusion, Color and Deliver. */
const RESOLVE: KeyPreset = {
  'edit.delete': ['Backspace', 'Delete'],
  'help.keys': ['Ctrl+Alt+KeyK', 'F1', 'Shift+Slash'],
  'view.assign': ['Shift+Digit4', 'Alt+Digit1'],
  'view.animate': ['Shift+Digit5', 'Alt+Digit2'],
  'view.review': ['Shift+Digit6', 'Alt+Digit3'],
  'view.deliver': ['Shift+Digit8', 'Alt+Digit4'],
  'view.fullScreenMonitor': ['Ctrl+KeyF', 'F11'],
  'timeline.select': ['KeyA'],
  'timeline.splitAtPlayhead': ['Ctrl+KeyB', 'Ctrl+Backslash'],
  'timeline.snap': ['KeyN'],
  'timeline.zoomIn': ['Ctrl+Equal', 'Equal'],
  'timeline.zoomOut': ['Ctrl+Minus', 'Minus'],
  'keys.add': ['Ctrl+BracketLeft'],
  'keys.previous': ['Shift+Semicolon', 'Comma'],
  'keys.next': ['Shift+Quote', 'Period'],
  'transport.loop': ['Ctrl+Slash', 'Slash'],
  'range.editMarker': ['Shift+KeyM'],
  'range.nextMarker': ['Shift+ArrowDown'],
  'range.previousMarker': ['Shift+ArrowUp'],
  'takes.star': ['NumpadMultiply', 'Alt+Shift+KeyS'],
  'people.silent': ['Shift+KeyN'],
  ...forPeople('solo', (number) => [`Alt+Shift+Digit${number}`]),
};

/** Steps on 1 to 4, play on 5, marks on E and R, clear on D, F and G, go to marks Q and W, edits A and S. */
const AVID: KeyPreset = {
  'help.keys': ['F1', 'Shift+Slash'],
  'view.palette': ['Ctrl+KeyF'],
  'timeline.snap': ['Shift+KeyS'],
  'timeline.zoomIn': ['Ctrl+BracketRight', 'Equal'],
  'timeline.zoomOut': ['Ctrl+BracketLeft', 'Minus'],
  'timeline.fit': ['Ctrl+Slash', 'Backslash'],
  'timeline.zoomToSelection': ['KeyH', 'KeyZ'],
  'keys.add': ['Shift+KeyA'],
  'transport.play': ['Space', 'Digit5'],
  'transport.frameBack': ['Digit3', 'ArrowLeft'],
  'transport.frameOn': ['Digit4', 'ArrowRight'],
  'transport.tenFramesBack': ['Digit1', 'Shift+ArrowLeft'],
  'transport.tenFramesOn': ['Digit2', 'Shift+ArrowRight'],
  'transport.previousEdit': ['KeyA', 'ArrowUp'],
  'transport.nextEdit': ['KeyS', 'ArrowDown'],
  'range.setIn': ['KeyE', 'KeyI'],
  'range.setOut': ['KeyR', 'KeyO'],
  'range.toIn': ['KeyQ', 'Shift+KeyI'],
  'range.toOut': ['KeyW', 'Shift+KeyO'],
  'range.clearIn': ['KeyD', 'Alt+KeyI'],
  'range.clearOut': ['KeyF', 'Alt+KeyO'],
  'range.clear': ['KeyG', 'Alt+KeyX'],
  'takes.renderRange': ['Alt+KeyR'],
  'takes.toggle': ['Shift+KeyQ'],
  'takes.wipe': ['Shift+KeyW'],
  ...forPeople('assign', (number) => [`Ctrl+Digit${number}`, `Numpad${number}`]),
  'people.assignNobody': ['Ctrl+Digit0', 'Numpad0'],
};

export const KEY_PRESETS: Readonly<Record<Settings['keyMap'], KeyPreset>> = {
  default: {},
  premiere: PREMIERE,
  resolve: RESOLVE,
  avid: AVID,
};
