// Runs one of the project's tools on this Node; a passing one costs a line, a failing one shows all.

import { spawn } from 'node:child_process';

/**
 * True when the tool exits 0. Its output is kept back until it fails, unless `live`.
 */
export function runCheck(
  name: string,
  script: string,
  args: readonly string[],
  cwd: string,
  { live = false } = {},
): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const stdio = live ? 'inherit' : 'pipe';
    const child = spawn(process.execPath, [script, ...args], { cwd, stdio });
    let output = '';
    const keep = (chunk: string): void => {
      output += chunk;
    };
    child.stdout?.setEncoding('utf8').on('data', keep);
    child.stderr?.setEncoding('utf8').on('data', keep);
    child.on('error', reject);
    child.on('close', (code) => {
      const passed = code === 0;
      if (!passed && output !== '') console.log(output.trimEnd());
      console.log(`${passed ? 'ok' : 'FAILED'}: ${name}`);
      resolve(passed);
    });
  });
}
