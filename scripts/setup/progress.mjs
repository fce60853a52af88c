// One line per step, so that a newcomer sees what the machine is busy with.

/** Prints `text` with how long the step took once `work` is done. */
export async function step(text, work) {
  const started = process.hrtime.bigint();
  process.stderr.write(`set-up: ${text} ... `);
  try {
    const result = await work();
    const seconds = Number(process.hrtime.bigint() - started) / 1e9;
    process.stderr.write(`done (${seconds.toFixed(0)} s)\n`);
    return result;
  } catch (error) {
    process.stderr.write('failed\n');
    throw error;
  }
}

export function say(text) {
  process.stderr.write(`set-up: ${text}\n`);
}
