// What a report shows: facts of the project and figures read from the film. Nothing else.

import { z } from 'zod';

const box = z.tuple([z.number(), z.number(), z.number(), z.number()]);
const interval = z.tuple([z.number(), z.number()]);
const figure = z.number().nullable();

/** The part of `parley inspect --json` that a report reads, of an analysed project. */
export const inspectionSchema = z.object({
  frameRate: z.object({ num: z.number().positive(), den: z.number().positive() }),
  frames: z.number().int().nonnegative(),
  size: z.tuple([z.number(), z.number()]),
  people: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      /** x, y, width, height of the face: in picture pixels as inspected, in film pixels in a report. */
      box,
      /** Id of the voice, null for none. */
      voice: z.string().nullable(),
      silent: z.boolean(),
      score: z.object({ rate: z.number().positive(), values: z.array(z.number()) }),
      /** Seconds. */
      speaking: z.array(interval),
    }),
  ),
  voices: z.array(z.object({ id: z.string(), file: z.string(), seconds: z.number() })),
});

/** The part of `parley measure --json` that a report reads. */
export const measurementSchema = z.object({
  people: z.array(
    z.object({
      lipOwn: figure,
      lipOwnViseme: figure,
      lipOthers: z.array(z.object({ r: figure })),
      silentRatio: figure,
      eyeMotionListening: figure,
      blinks: z.number(),
    }),
  ),
  seams: z.object({ count: z.number(), maxRatio: figure }),
});

export type Inspection = z.infer<typeof inspectionSchema>;
export type InspectedPerson = Inspection['people'][number];
export type Measurement = z.infer<typeof measurementSchema>;

export interface ReportInput {
  readonly title: string;
  readonly filmPath: string;
  /** Folder of `report.html` and `contact-sheet.png`. */
  readonly folder: string;
  readonly inspection: Inspection;
  /** Null when the film was not measured; the report then says so. */
  readonly measurement: Measurement | null;
  /** Label and value, e.g. `Seed`, `1`. */
  readonly settings: readonly (readonly [label: string, value: string])[];
}
