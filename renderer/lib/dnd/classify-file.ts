// What a file could be here, by its type and name. The host looks inside; this only decides where it
// may be dropped, and says why not.

export type FileClass =
  | { readonly kind: 'picture' | 'voice' | 'project' }
  /** `reason`: key in the `dnd` texts. */
  | {
      readonly kind: 'unsuitable';
      readonly reason: 'unreadable-picture' | 'subtitles' | 'unknown';
    };

const PICTURES = /^(png|jpe?g|webp|avif|gif)$/;
const OTHER_PICTURES = /^(heic|heif|svg|tiff?|bmp|psd|ico|jxl|jp2|exr|raw|cr2|nef|dng)$/;
/** Everything whose sound can be read, films too. */
const SOUNDS =
  /^(wav|wave|mp3|flac|ogg|oga|opus|m4a|aac|aiff?|wma|caf|mp4|m4v|mov|mkv|webm|avi|mxf)$/;
const SUBTITLES = /^(srt|vtt|ass|ssa|otio|edl|fcpxml)$/;

const PICTURE_TYPES = /^image\/(png|jpeg|webp|avif|gif)$/;

export function classifyFile(file: { readonly name: string; readonly type: string }): FileClass {
  const extension = /\.([^.]+)$/.exec(file.name)?.[1].toLowerCase() ?? '';
  if (extension === 'parley') return { kind: 'project' };
  if (PICTURES.test(extension)) return { kind: 'picture' };
  if (SOUNDS.test(extension)) return { kind: 'voice' };
  if (OTHER_PICTURES.test(extension)) return { kind: 'unsuitable', reason: 'unreadable-picture' };
  if (SUBTITLES.test(extension)) return { kind: 'unsuitable', reason: 'subtitles' };
  return classifyType(file.type);
}

/** While files hover only their types are known, and not always. */
export function classifyType(type: string): FileClass {
  if (PICTURE_TYPES.test(type)) return { kind: 'picture' };
  if (type.startsWith('image/')) return { kind: 'unsuitable', reason: 'unreadable-picture' };
  if (/^(audio|video)\//.test(type)) return { kind: 'voice' };
  return { kind: 'unsuitable', reason: 'unknown' };
}
