// The sound of training/viseme/make_golden.py: a buzz with moving loudness, noise, silent ends.

const SAMPLE_RATE = 16_000;
const SECONDS = 3;

/** 3 s, 16 kHz, mono; the same samples as the Python original to the last bit or the one before. */
export function makeUpSound(): Float32Array {
  let state = 1;
  return Float32Array.from({ length: SECONDS * SAMPLE_RATE }, (_, i) => {
    const time = i / SAMPLE_RATE;
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const noise = time > 0.2 && time < 2.8 ? state / 2 ** 31 - 1 : 0;
    const loudness = time > 0.3 && time < 2.6 ? Math.max(0, Math.sin(7 * time)) : 0;
    let buzz = 0;
    for (let k = 1; k <= 20; k++) {
      buzz +=
        Math.sin(2 * Math.PI * 130 * k * time) / (1 + Math.abs(k - 5 - 4 * Math.sin(5 * time)));
    }
    return 0.1 * loudness * buzz + 0.01 * noise;
  });
}
