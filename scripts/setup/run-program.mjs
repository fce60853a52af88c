// Runs a program quietly, without a shell, with a time limit and a bounded memory of what it said.

import { spawn } from 'node:child_process';

const KEPT_CHARACTERS = 200_000;

/**
 * @param {string} program
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, cwd?: string, limitSeconds?: number, shell?: boolean }} options
 * @returns {Promise<{ code: number | null, output: string, missing: boolean }>} never rejects;
 *   `missing` says that there is no such program; `code` is null when the limit or a signal ended it
 */
export function runProgram(program, args, options = {}) {
  const { env = process.env, cwd, limitSeconds = 60, shell = false } = options;
  return new Promise((resolve) => {
    const child = spawn(program, args, { env, cwd, shell, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const keep = (chunk) => {
      output = (output + chunk).slice(-KEPT_CHARACTERS);
    };
    child.stdout.setEncoding('utf8').on('data', keep);
    child.stderr.setEncoding('utf8').on('data', keep);
    const timer = setTimeout(() => child.kill('SIGKILL'), limitSeconds * 1000);
    child.on('error', (error) => {
      clearTimeout(timer);
      resolve({ code: null, output: error.message, missing: error.code === 'ENOENT' });
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ code, output, missing: false });
    });
  });
}

/** The line of a program's output that most likely says what went wrong. */
export function errorLine(output) {
  const lines = output.split('\n').map((line) => line.trim());
  const telling = lines.filter(
    (line) => /^(npm error|E:|error)/i.test(line) && !/log of this run|code E\w+$/.test(line),
  );
  return (telling.at(0) ?? lines.findLast((line) => line !== '') ?? 'no message').slice(0, 300);
}
