// What the command line calls the stages of a long operation.
import type { WorkStage } from '#core/contract/work-stage.ts';

export const STAGE_NAMES: Readonly<Record<WorkStage, string>> = {
  findFaces: 'Finding faces',
  findFace: 'Finding a face',
  readVoices: 'Reading voices',
  drawWaveforms: 'Drawing waveforms',
  listen: 'Listening',
  prepareVoices: 'Preparing voices',
  planPreview: 'Planning the preview',
  prepareRender: 'Preparing',
  render: 'Rendering',
  writeFilm: 'Writing the film',
  measure: 'Measuring',
  compare: 'Comparing',
};
