// wavesurfer.js 8 beside the timeline: four waveforms of the same recordings, one under the other and
// zoomed and scrolled as one, under the same turns of the wheel. It has no lanes of keys, so its steps
// stand for waveforms alone.
import { createReadStream, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { BenchWindow } from './bench-window.ts';
import { stepFigures } from './bench-timeline.ts';
import type { Figure } from './figures.ts';
import { measureSteps } from './wheel-steps.ts';

/** Decoding four hours of sound is not measured. */
const LOAD_MS = 180_000;
/** Of peaks made before; it then reads these instead of its sound at 8000 samples a second. */
const PEAKS_PER_SECOND = 100;

/** Zooms by a fifth a notch, at the pointer, as the timeline does; everything else is its default. */
const PAGE = `<!doctype html>
<title>wavesurfer.js</title>
<style>body { margin: 0 } #lanes { width: 1350px }</style>
<div id="lanes"></div>
<script type="module">
  import WaveSurfer from '/wavesurfer.js';
  const lanes = document.querySelector('#lanes');
  const voices = await Promise.all([0, 1, 2, 3].map(async (index) => {
    const container = document.createElement('div');
    lanes.append(container);
    const voice = WaveSurfer.create({ container, height: 96, hideScrollbar: true });
    await voice.load('/voice-' + index);
    return voice;
  }));
  const fit = lanes.clientWidth / voices[0].getDuration();
  let zoom = fit;
  const scrollTo = (left) => voices.forEach((voice) => voice.setScroll(Math.max(0, left)));
  lanes.addEventListener('wheel', (event) => {
    event.preventDefault();
    const left = voices[0].getScroll();
    if (!event.ctrlKey) return scrollTo(left + event.deltaX);
    const second = (left + event.clientX) / zoom;
    zoom = Math.max(fit, zoom * 1.2 ** (-event.deltaY / 100));
    voices.forEach((voice) => voice.zoom(zoom));
    scrollTo(second * zoom - event.clientX);
  }, { passive: false });
  globalThis.usePeaks = async () => {
    await Promise.all(voices.map((voice, index) => {
      const maxLength = voice.getDuration() * ${PEAKS_PER_SECOND};
      const peaks = voice.exportPeaks({ channels: 1, maxLength });
      return voice.load('/voice-' + index, peaks, voice.getDuration());
    }));
    zoom = fit;
    voices.forEach((voice) => voice.zoom(fit));
  };
  document.body.dataset.state = 'ready';
</script>`;

async function servePage(recordings: readonly string[]): Promise<Server> {
  const script = fileURLToPath(import.meta.resolve('wavesurfer.js'));
  const files = new Map([
    ['/wavesurfer.js', { path: script, type: 'text/javascript' }],
    ...recordings.map((path, i) => [`/voice-${i}`, { path, type: 'audio/flac' }] as const),
  ]);
  const server = createServer((request, response) => {
    const file = files.get(request.url ?? '');
    if (file === undefined) {
      response.setHeader('content-type', 'text/html').end(PAGE);
      return;
    }
    response.writeHead(200, {
      'content-type': file.type,
      'content-length': statSync(file.path).size,
    });
    createReadStream(file.path).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

/** @param recordings one file per voice */
export async function benchWavesurfer(recordings: readonly string[]): Promise<Figure[]> {
  const server = await servePage(recordings);
  const { port } = server.address() as AddressInfo;
  const window = await BenchWindow.open(`http://127.0.0.1:${port}/`);
  try {
    const lanes = window.page.locator('#lanes');
    await window.page.locator('body[data-state="ready"]').waitFor({ timeout: LOAD_MS });
    await window.settle();
    const box = await lanes.boundingBox();
    if (box === null) throw new Error('wavesurfer.js shows nothing.');
    const decoded = await measureSteps(window, box);
    await window.page.evaluate('usePeaks()');
    await window.settle();
    const peaks = await measureSteps(window, box);
    return [
      ...stepFigures('wavesurfer.js 8, one hour', decoded, null),
      ...stepFigures('wavesurfer.js 8, one hour, ready peaks', peaks, null),
    ];
  } finally {
    await window.close();
    server.closeAllConnections();
    server.close();
  }
}
