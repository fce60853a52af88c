// Ids are opaque: nothing may be read from them but identity.
import { z } from 'zod';

const opaqueId = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);

export const mediaIdSchema = opaqueId.brand<'MediaId'>();
export const personIdSchema = opaqueId.brand<'PersonId'>();
export const voiceIdSchema = opaqueId.brand<'VoiceId'>();
export const assignmentIdSchema = opaqueId.brand<'AssignmentId'>();
export const scoreKeyIdSchema = opaqueId.brand<'ScoreKeyId'>();
export const poseKeyIdSchema = opaqueId.brand<'PoseKeyId'>();
export const markerIdSchema = opaqueId.brand<'MarkerId'>();

export type MediaId = z.infer<typeof mediaIdSchema>;
export type PersonId = z.infer<typeof personIdSchema>;
export type VoiceId = z.infer<typeof voiceIdSchema>;
export type AssignmentId = z.infer<typeof assignmentIdSchema>;
export type ScoreKeyId = z.infer<typeof scoreKeyIdSchema>;
export type PoseKeyId = z.infer<typeof poseKeyIdSchema>;
export type MarkerId = z.infer<typeof markerIdSchema>;

/** Makes a new id, never given out before. Injected, because core knows no chance. */
export type IdSource = () => string;
