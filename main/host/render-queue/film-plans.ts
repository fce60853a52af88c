// Plans of films of an open project, kept for as long as a document and its settings are looked at.
import { AppError } from '#core/errors/app-error.ts';
import type { ProjectDocument } from '#core/project/document.ts';
import { MotionTracks } from '#core/render/motion-tracks.ts';
import { findTools } from '#main/media/ffmpeg/find.ts';
import { planFilmChunks, type FilmPlan, type RenderChoices } from './film-scene.ts';
import type { VoiceInputs } from './motion-scene.ts';

/** The film as the project itself says. */
export const OWN_CHOICES: RenderChoices = { range: null, size: null, seed: null };

/** What a project lacks before it can be a film; anything else is a failure. */
const NOT_YET = new Set(['no-people', 'no-voice', 'not-analyzed', 'media-missing', 'empty-range']);

export class FilmPlans {
  private readonly voices: () => Promise<VoiceInputs>;
  private readonly tracks = new MotionTracks();
  private readonly plans = new WeakMap<ProjectDocument, Map<string, FilmPlan>>();

  /** @param voices what is known of the project's voices; rejects with `not-analyzed` before that */
  constructor(voices: () => Promise<VoiceInputs>) {
    this.voices = voices;
  }

  /** Null while the project cannot be a film yet. */
  async find(document: ProjectDocument, choices = OWN_CHOICES): Promise<FilmPlan | null> {
    try {
      return await this.plan(document, choices);
    } catch (error) {
      if (error instanceof AppError && NOT_YET.has(error.code)) return null;
      throw error;
    }
  }

  private async plan(document: ProjectDocument, choices: RenderChoices): Promise<FilmPlan> {
    const name = JSON.stringify(choices);
    const known = this.plans.get(document)?.get(name);
    if (known !== undefined) return known;
    const { ffmpeg } = await findTools();
    const inputs = { document, ...(await this.voices()), encoderVersion: ffmpeg.version };
    const plan = planFilmChunks(inputs, choices, this.tracks);
    const ofDocument = this.plans.get(document) ?? new Map<string, FilmPlan>();
    this.plans.set(document, ofDocument.set(name, plan));
    return plan;
  }
}
