// From pictures and faces to a preview scene: the steps that a film's scene takes as well
// (main/engine/render/compositor-scene.ts).

import { buildPuppet } from '#core/mesh/build-puppet.ts';
import type { FaceTopology } from '#core/mesh/face-triangles.ts';
import { scaleFace } from '#core/mesh/scale-face.ts';
import type { FaceAnalysis } from '#core/people/face-analysis.ts';
import type { PreviewPixels } from './bitmap-bytes.ts';
import { matteBytes, rgbBytes } from './bitmap-bytes.ts';
import type { PreviewScene } from './preview-scene.ts';
import { layerScene } from './scene-layers.ts';

export interface PreviewSource {
  /** Size of the film. */
  readonly width: number;
  readonly height: number;
  readonly picture: PreviewPixels;
  /** The same picture without people, when known. */
  readonly plate: PreviewPixels | null;
  /** Per person; used together with the plate. */
  readonly mattes: readonly (PreviewPixels | null)[];
  /** As analysed, in pixels of the picture file. */
  readonly faces: readonly FaceAnalysis[];
  /** Size of the picture file, turned upright. */
  readonly facts: { readonly width: number; readonly height: number };
  readonly topology: FaceTopology;
}

export function buildPreviewScene(source: PreviewSource): PreviewScene {
  const { width, height, facts, topology } = source;
  const picture = rgbBytes(source.picture, width, height);
  const plate = source.plate && rgbBytes(source.plate, width, height);
  const mattes = source.faces.map((_, i) => {
    const matte = plate && source.mattes[i];
    return matte ? matteBytes(matte, width, height) : null;
  });
  const faces = source.faces.map((face) =>
    scaleFace(face, width / facts.width, height / facts.height),
  );
  const puppets = faces.map((face, i) =>
    buildPuppet(face, topology, {
      picture: { width, height, data: picture },
      neighbours: faces.filter((other) => other !== face),
      matte: mattes[i],
    }),
  );
  const scene = { width, height, picture, puppets, ...(plate && { plate, mattes }) };
  return { ...scene, layers: layerScene(scene) };
}
