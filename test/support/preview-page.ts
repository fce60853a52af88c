// What a page does with the live preview on a test's behalf. It is source text, because only the
// bundle of the page knows the DOM.

/** @param preview folder of the preview's sources */
export function previewPageScript(preview: string): string {
  const source = (name: string): string => JSON.stringify(`${preview}/${name}`);
  return `
import { createDraftPreview } from ${source('draft-preview.ts')};
import { loadPreviewScene } from ${source('load-preview-scene.ts')};
const bytes = async (path) => new Uint8Array(await (await fetch(path)).arrayBuffer());
const bitmap = async (path) => createImageBitmap(new Blob([await bytes(path)]));
const canvas = document.createElement('canvas');
document.body.append(canvas);
let scene, shown, source;
const told = ({ name, code, message, hint }) => ({ name, code, message, hint });
const errorOf = (run) => {
  try {
    run();
  } catch (error) {
    return told(error);
  }
};
globalThis.preview = {
  async open(isBitmap) {
    const { hasPlate, mattes, ...stage } = await (await fetch('stage')).json();
    const read = (path) => (isBitmap ? bitmap(path + '.png') : bytes(path));
    source = {
      ...stage,
      picture: await read('picture'),
      plate: hasPlate ? await read('plate') : null,
      mattes: await Promise.all(mattes.map((has, i) => (has ? read('matte' + i) : null))),
    };
    const start = performance.now();
    scene = await loadPreviewScene(source);
    const loaded = performance.now();
    shown = createDraftPreview(canvas, scene);
    return { loadMs: Math.round(loaded - start), createMs: Math.round(performance.now() - loaded) };
  },
  setScale(scale) {
    shown.setScale(scale);
  },
  async frame(motion) {
    shown.draw(new Float32Array(motion));
    await fetch('frame', { method: 'POST', body: shown.readPixels() });
  },
  /** Draws while the context is lost; the page then shows it without being asked again. */
  async frameAfterContextLoss(motion) {
    const { promise, resolve } = Promise.withResolvers();
    const extension = canvas.getContext('webgl2').getExtension('WEBGL_lose_context');
    const lost = new Promise((go) => canvas.addEventListener('webglcontextlost', go));
    canvas.addEventListener('webglcontextrestored', resolve);
    extension.loseContext();
    await lost;
    // The browser allows the way back only after all listeners have heard of the loss.
    await new Promise((go) => setTimeout(go));
    shown.draw(new Float32Array(motion));
    const meanwhile = errorOf(() => shown.readPixels());
    extension.restoreContext();
    await promise;
    await fetch('frame', { method: 'POST', body: shown.readPixels() });
    return meanwhile;
  },
  /** Largest difference between what a canvas shows and the pixels that the preview gives out. */
  differenceOn(kind, motion) {
    const own = kind === 'element' ? canvas : new OffscreenCanvas(1, 1);
    const preview = kind === 'element' ? shown : createDraftPreview(own, scene);
    preview.draw(new Float32Array(motion));
    const { width, height } = own;
    const copy = new OffscreenCanvas(width, height).getContext('2d');
    copy.drawImage(own, 0, 0);
    const onCanvas = copy.getImageData(0, 0, width, height).data;
    const drawn = preview.readPixels();
    if (kind !== 'element') preview.dispose();
    const most = drawn.reduce((max, value, i) => Math.max(max, Math.abs(value - onCanvas[i])), 0);
    return { width, height, most };
  },
  /** Objects that a preview asks the context for, and how many of them it has not given back. */
  leftAfterDispose() {
    const kinds = ['Texture', 'Framebuffer', 'Program', 'Shader', 'Buffer', 'VertexArray'];
    const other = document.createElement('canvas');
    const gl = other.getContext('webgl2');
    const left = {};
    for (const kind of kinds) {
      left[kind] = 0;
      const make = gl['create' + kind].bind(gl);
      const remove = gl['delete' + kind].bind(gl);
      gl['create' + kind] = (...args) => (left[kind]++, make(...args));
      gl['delete' + kind] = (object) => (left[kind]--, remove(object));
    }
    const once = createDraftPreview(other, scene);
    once.draw(new Float32Array(24 * scene.puppets.length));
    const made = { ...left };
    once.dispose();
    return { made, left };
  },
  errors() {
    const flat = new OffscreenCanvas(8, 8);
    flat.getContext('2d');
    const small = () => new OffscreenCanvas(8, 8);
    return {
      withoutWebGl: errorOf(() => createDraftPreview(flat, scene)),
      tooLarge: errorOf(() => createDraftPreview(small(), { ...scene, width: 1_000_000 })),
      wrongMotion: errorOf(() => shown.draw(new Float32Array(7))),
    };
  },
  /** What loading throws for an aborted load, and for a picture of another size. */
  async loadErrors() {
    const abort = new AbortController();
    const stopped = loadPreviewScene(source, abort.signal).catch(told);
    abort.abort();
    const wrong = loadPreviewScene({ ...source, picture: new Uint8Array(3) }).catch(told);
    return { stopped: await stopped, wrong: await wrong };
  },
  time(motions, count, scale = 1) {
    shown.setScale(scale);
    const gl = canvas.getContext('webgl2');
    const pixel = new Uint8Array(4);
    const script = [];
    const whole = [];
    for (let i = 0; i < count; i++) {
      const motion = new Float32Array(motions[i % motions.length]);
      const start = performance.now();
      shown.draw(motion);
      script.push(performance.now() - start);
      // Waits for the picture without fetching it.
      gl.bindFramebuffer(gl.FRAMEBUFFER, null);
      gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel);
      whole.push(performance.now() - start);
    }
    const at = (values, share) => values.sort((a, b) => a - b)[Math.floor(share * values.length)];
    return { scriptP50: at(script, 0.5), scriptP95: at(script, 0.95), wholeP50: at(whole, 0.5) };
  },
};
`;
}
