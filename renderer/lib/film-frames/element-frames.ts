// Frames of a film by a video element, where WebCodecs cannot decode it.
import type { DecodedFrames } from './decoded-frames.ts';

export async function openElementFrames(
  url: string,
  frameRate: number,
  onFrame: () => void,
): Promise<DecodedFrames> {
  const video = document.createElement('video');
  video.muted = true;
  video.preload = 'auto';
  video.src = url;
  await new Promise<void>((resolve, reject) => {
    video.onloadeddata = () => resolve();
    video.onerror = () => reject(new Error(video.error?.message ?? 'The film cannot be decoded.'));
  });
  let shown = 0;
  let wanted = 0;
  const seek = (): void => {
    if (!video.seeking && shown !== wanted) video.currentTime = (wanted + 0.5) / frameRate;
  };
  video.onseeked = () => {
    shown = Math.floor(video.currentTime * frameRate);
    onFrame();
    seek();
  };
  const has = (index: number): boolean => index === shown && !video.seeking;
  return {
    has,
    draw(context, index) {
      if (!has(index)) return false;
      context.drawImage(video, 0, 0, context.canvas.width, context.canvas.height);
      return true;
    },
    want(index) {
      wanted = index;
      seek();
    },
    dispose() {
      video.removeAttribute('src');
      video.load();
    },
  };
}
