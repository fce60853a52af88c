// Sets the player of this window up: sound over range requests of the host.
import { theHost } from '../../host/the-host.ts';
import { reportError } from '../../state/edit.ts';
import { registerPlayer } from '../../state/playback-store.ts';
import { projectStore } from '../../state/project-store.ts';
import { AppError } from '#core/errors/app-error.ts';
import { FilmPlayer } from './film-player.ts';
import { playbackDiagnostics } from './playback-diagnostics.ts';
import { SoundBlocks, type SoundLoader } from './sound-blocks.ts';

const PARTIAL = 206;

const loader: SoundLoader = {
  soundOf: async (voiceId) => {
    const { opened } = projectStore.getState();
    if (opened === null) throw new Error('A voice is played without a project.');
    return theHost().call('media.sound', { session: opened.session, voiceId });
  },
  bytesOf: async ({ url }, first, end) => {
    const response = await fetch(theHost().addressOf(url), {
      headers: { Range: `bytes=${first}-${end - 1}` },
    });
    if (!response.ok) throw soundMissing(response.status);
    const bytes = await response.arrayBuffer();
    return response.status === PARTIAL ? bytes : bytes.slice(first, end);
  },
  onFailure: (_voiceId, error) => {
    // One message is enough; the next block would say the same.
    if (playbackDiagnostics.failures++ === 0) reportError(error);
  },
};

function soundMissing(status: number): AppError {
  return new AppError({
    category: 'bad-input',
    code: 'sound-unreadable',
    message: `The sound of a voice could not be read (answer ${status}).`,
    hint: 'Check that the recording is where it was, then play again.',
  });
}

/** @returns ends the player */
export function startPlayback(): () => void {
  const player = new FilmPlayer(new SoundBlocks(loader));
  registerPlayer(player);
  Object.assign(globalThis, { parleyPlayback: playbackDiagnostics });
  return () => player.dispose();
}
