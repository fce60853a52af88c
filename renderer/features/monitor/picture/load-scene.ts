// Fetches what the draft is drawn from, and builds it beside the window's thread.
import type { PreviewSceneInfo } from '#core/contract/project-types.ts';
import type { FaceTopology } from '#core/mesh/face-triangles.ts';
import type { FaceAnalysis } from '#core/people/face-analysis.ts';
import { theHost } from '../../../host/the-host.ts';
import { loadPreviewScene } from '../../../preview/load-preview-scene.ts';
import type { PreviewScene } from '../../../preview/preview-scene.ts';

async function fetchFile(url: string, signal: AbortSignal): Promise<Response> {
  const response = await fetch(theHost().addressOf(url), { signal });
  if (!response.ok) throw new Error(`A picture of the preview answers ${response.status}.`);
  return response;
}

async function fetchBitmap(url: string, signal: AbortSignal): Promise<ImageBitmap> {
  return createImageBitmap(await (await fetchFile(url, signal)).blob());
}

/** @param faces of the document as shown, in the order of `info.people` */
export async function loadScene(
  info: PreviewSceneInfo,
  faces: readonly FaceAnalysis[],
  signal: AbortSignal,
): Promise<PreviewScene> {
  const bitmapOf = (url: string | null): Promise<ImageBitmap | null> =>
    url === null ? Promise.resolve(null) : fetchBitmap(url, signal);
  const [picture, plate, mattes, topology] = await Promise.all([
    fetchBitmap(info.pictureUrl, signal),
    bitmapOf(info.plateUrl),
    Promise.all(info.people.map(({ matteUrl }) => bitmapOf(matteUrl))),
    fetchFile(info.topologyUrl, signal).then((file) => file.json() as Promise<FaceTopology>),
  ]);
  try {
    const [width, height] = info.size;
    const facts = info.pictureFacts;
    return await loadPreviewScene(
      { width, height, picture, plate, mattes, faces, facts, topology },
      signal,
    );
  } finally {
    for (const bitmap of [picture, plate, ...mattes]) bitmap?.close();
  }
}
