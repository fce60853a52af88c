// Decodes a render scene's pictures at film size and builds its puppets.

import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { buildPuppet } from '#core/mesh/build-puppet.ts';
import { scaleFace } from '#core/mesh/scale-face.ts';
import { decodeMatte } from '#main/media/picture/decode-matte.ts';
import { decodePicture } from '#main/media/picture/decode-picture.ts';
import { readPictureFacts } from '#main/media/picture/read-picture-facts.ts';
import { resourcePath } from '#main/resource-path.ts';
import type { CompositorScene } from '../raster/compositor.ts';
import type { RenderScene } from '../protocol/methods.ts';

const topologySchema = z.object({ vertexCount: z.number(), triangles: z.array(z.number()) });

export async function loadCompositorScene(scene: RenderScene): Promise<CompositorScene> {
  const [width, height] = scene.size;
  const facts = await readPictureFacts(scene.picturePath);
  const picture = await decodePicture(scene.picturePath, { width, height });
  const mattes = await Promise.all(
    scene.people.map(({ mattePath }) =>
      mattePath === null ? Promise.resolve(null) : decodeMatte(mattePath, width, height),
    ),
  );
  const topology = topologySchema.parse(
    JSON.parse(await readFile(resourcePath('face', 'topology.json'), 'utf8')),
  );
  const faces = scene.people.map(({ face }) =>
    scaleFace(face, width / facts.width, height / facts.height),
  );
  const hasPlate = scene.platePath !== null;
  const puppets = faces.map((face, index) =>
    buildPuppet(face, topology, {
      picture,
      neighbours: faces.filter((other) => other !== face),
      matte: hasPlate ? mattes[index] : null,
    }),
  );
  const base = { width, height, picture: picture.data, puppets };
  if (scene.platePath === null) return base;
  const plate = await decodePicture(scene.platePath, { width, height });
  return { ...base, plate: plate.data, mattes };
}
