// What is dragged between voices and people.
import type { PersonId, VoiceId } from '#core/project/ids.ts';

/** What is dragged. A stretch of a voice has ticks; null is the voice as a whole. */
export type DragPayload =
  | {
      readonly kind: 'voice';
      readonly voiceId: VoiceId;
      readonly name: string;
      readonly startTick: number | null;
      readonly endTick: number | null;
    }
  | { readonly kind: 'person'; readonly personId: PersonId; readonly name: string };
