// The containers we let ffmpeg open. Everything that can point at other files or hosts is left out:
// hls, dash, concat, image2, sdp, data, lavfi and their kin.
const DEMUXERS = [
  'aac',
  'ac3',
  'aiff',
  'amr',
  'ape',
  'asf',
  'au',
  'avi',
  'caf',
  'dts',
  'eac3',
  'flac',
  'flv',
  'matroska',
  'mov',
  'mp3',
  'mpc',
  'mpc8',
  'mpeg',
  'mpegts',
  'mxf',
  'ogg',
  'rm',
  'tta',
  'voc',
  'w64',
  'wav',
  'webm',
  'wv',
];

/** Goes before the `-i` of a file from the user. Local files and pipes only, known containers only. */
export const GUARDED_INPUT: readonly string[] = [
  '-protocol_whitelist',
  'file,pipe',
  '-format_whitelist',
  DEMUXERS.join(','),
];
