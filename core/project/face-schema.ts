// FaceAnalysis as it is stored: the same shape as core/people, checked when a project opens.
import { z } from 'zod';
import { LANDMARK_COUNT, type FaceAnalysis } from '#core/people/face-analysis.ts';

/** Source pixels; generous, because a face may reach over the edge of its picture. */
const pixel = z.number().min(-1_000_000).max(1_000_000);
const extent = z.number().min(0).max(1_000_000);
const angleRad = z.number().min(-Math.PI).max(Math.PI);
const fraction = z.number().min(0).max(1);

const boxSchema = z.tuple([pixel, pixel, extent, extent]).readonly();

export const faceAnalysisSchema = z
  .strictObject({
    box: boxSchema,
    region: boxSchema,
    landmarks: z
      .array(pixel)
      .length(LANDMARK_COUNT * 3)
      .readonly(),
    headPose: z.strictObject({ pitch: angleRad, yaw: angleRad, roll: angleRad }).readonly(),
    mouth: z
      .strictObject({
        gap: z.number().min(0).max(10),
        state: z.enum(['closed', 'open', 'teeth']),
        teethFraction: fraction,
      })
      .readonly(),
    eyeAspect: z.tuple([z.number().min(0).max(10), z.number().min(0).max(10)]).readonly(),
    confidence: fraction,
    landmarkSpread: z.number().min(0).max(10),
  })
  .readonly() satisfies z.ZodType<FaceAnalysis>;
