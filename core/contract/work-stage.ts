/** What a long operation is doing. Whoever shows it puts it into words: a window in its language. */
export type WorkStage =
  | 'findFaces'
  | 'findFace'
  | 'readVoices'
  | 'drawWaveforms'
  | 'listen'
  | 'prepareVoices'
  | 'planPreview'
  | 'prepareRender'
  | 'render'
  | 'writeFilm'
  | 'measure'
  | 'compare';
