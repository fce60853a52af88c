// A new project from a picture and recordings: everything is looked at before anything is made.

import { rm } from 'node:fs/promises';
import { existsSync, statSync } from 'node:fs';
import { basename, dirname, extname } from 'node:path';
import { AppError } from '#core/errors/app-error.ts';
import type { CommandInput } from '#core/project/commands/registry.ts';
import { LIMITS } from '#core/project/limits.ts';
import { DRAFT_FRAME_RATE } from '#core/time/ticks.ts';
import { decodePicture } from '#main/media/picture/decode-picture.ts';
import { chooseOutputSize, type PixelSize } from '#main/media/picture/choose-output-size.ts';
import { readPictureFacts } from '#main/media/picture/read-picture-facts.ts';
import type { RunContext } from '../run-context.ts';
import { trackStage } from '../run-context.ts';
import { hashFile } from '../project-store/media-links/hash-file.ts';
import { mediaPathsOf } from '../project-store/media-links/media-paths.ts';
import {
  ProjectStore,
  type InitialCommand,
  type StoreServices,
} from '../project-store/project-store.ts';
import { importVoice } from '../voices/voice-files.ts';

export interface CreateProjectRequest {
  readonly projectPath: string;
  readonly picturePath: string;
  readonly voicePaths: readonly string[];
  /** Names of the speakers in the order of the voices; fewer are allowed. */
  readonly voiceNames: readonly string[];
  /** The film fits into this box with the picture's aspect; null chooses from the picture. */
  readonly size: PixelSize | null;
  readonly seed: number | null;
  readonly platePath: string | null;
}

/** Checks and decodes all inputs, then makes the project in one step. Throws AppErrors of each part. */
export async function createProject(
  request: CreateProjectRequest,
  services: StoreServices,
  run: RunContext,
): Promise<ProjectStore> {
  const { projectPath } = request;
  checkRequest(request);
  const dataFolder = `${projectPath}-data`;
  const hadDataFolder = existsSync(dataFolder);
  try {
    const commands = [
      await sceneCommand(request),
      ...(request.platePath === null ? [] : [await plateCommand(request, request.platePath)]),
      ...(await voiceCommands(request, run)),
    ];
    return ProjectStore.create(projectPath, services, commands);
  } catch (error) {
    // Nothing half-made stays behind.
    if (!hadDataFolder) await rm(dataFolder, { recursive: true, force: true });
    throw error;
  }
}

function checkRequest({ projectPath, voicePaths, voiceNames }: CreateProjectRequest): void {
  const refuse = (code: string, message: string, hint: string) => {
    throw new AppError({ category: 'usage', code, message, hint });
  };
  if (existsSync(projectPath)) {
    refuse(
      'project-exists',
      `"${projectPath}" is there already.`,
      'Choose another name, or go on with "parley analyze" and "parley render".',
    );
  }
  const folder = dirname(projectPath);
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    throw new AppError({
      category: 'bad-input',
      code: 'folder-missing',
      message: `The folder "${folder}" does not exist.`,
      hint: 'Make the folder first, or choose another place.',
    });
  }
  if (voicePaths.length === 0) {
    refuse('no-voice', 'No voice was given.', 'Give one recording per speaker with --voice.');
  }
  if (voicePaths.length > LIMITS.people) {
    refuse(
      'too-many-voices',
      `${voicePaths.length} voices were given.`,
      `A picture holds up to ${LIMITS.people} people.`,
    );
  }
  if (voiceNames.length > voicePaths.length) {
    refuse(
      'too-many-names',
      'There are more names than voices.',
      'Give at most one --name per --voice.',
    );
  }
}

/** A picture, plate or matte as commands take it. Throws AppErrors of decoding and hashing. */
export async function imageMedia(projectPath: string, path: string) {
  const { width, height } = await readPictureFacts(path);
  // A header may promise more than the file holds: decoding small is the proof.
  await decodePicture(path, { width: LIMITS.minSide });
  return {
    ...mediaPathsOf(projectPath, path),
    ...(await hashFile(path)),
    facts: { width, height },
  };
}

async function sceneCommand(request: CreateProjectRequest): Promise<InitialCommand> {
  const picture = await imageMedia(request.projectPath, request.picturePath);
  const { width, height } = picture.facts;
  const [filmWidth, filmHeight] = chooseOutputSize(width, height, request.size ?? undefined);
  return {
    name: 'createScene',
    input: {
      picture,
      size: [filmWidth, filmHeight],
      frameRate: DRAFT_FRAME_RATE,
      ...(request.seed === null ? {} : { seed: request.seed }),
    },
  };
}

async function plateCommand(request: CreateProjectRequest, path: string): Promise<InitialCommand> {
  return { name: 'setPlate', input: { media: await imageMedia(request.projectPath, path) } };
}

async function voiceCommands(
  request: CreateProjectRequest,
  run: RunContext,
): Promise<InitialCommand[]> {
  const onProgress = trackStage('readVoices', run);
  const { voicePaths, voiceNames, projectPath } = request;
  const commands: InitialCommand[] = [];
  for (const [index, path] of voicePaths.entries()) {
    onProgress(index, voicePaths.length);
    const name = voiceNames.at(index) ?? defaultVoiceName(path);
    commands.push({ name: 'addVoice', input: await voiceInput(projectPath, path, name, run) });
  }
  onProgress(voicePaths.length, voicePaths.length);
  return commands;
}

/** Decodes a recording beside the project. Throws AppErrors of decoding and hashing. */
export async function voiceInput(
  projectPath: string,
  path: string,
  name: string,
  run: RunContext,
): Promise<CommandInput<'addVoice'>> {
  const content = await hashFile(path, run.signal);
  const voice = await importVoice(`${projectPath}-data`, path, content.sha256, run.signal);
  if (voice.isCutOff) {
    run.onNotice(`The recording "${basename(path)}" ends before the length that it announces.`);
  }
  if (voice.isDamaged) {
    run.onNotice(
      `The recording "${basename(path)}" is damaged inside; parts of it may be missing.`,
    );
  }
  const { channels, sampleRate, durationTicks } = voice;
  return {
    name,
    media: {
      ...mediaPathsOf(projectPath, path),
      ...content,
      facts: { channels, sampleRate, durationTicks },
    },
  };
}

/** A voice is called like its file until somebody names it. */
export function defaultVoiceName(path: string): string {
  const plain = basename(path, extname(path))
    .replace(/[\u0000-\u001f\u007f-\u009f]/g, ' ')
    .trim();
  return (
    Array.from(plain)
      .slice(0, LIMITS.nameCharacters / 2)
      .join('') || 'voice'
  );
}
