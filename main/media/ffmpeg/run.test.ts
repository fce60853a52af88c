import { execFile } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { makeTempFolder } from '../../../test/fixtures/media-kit.ts';
import { readBlocks } from './read-blocks.ts';
import { runTool, startTool } from './run.ts';
import type { ToolRequest } from './run.ts';

const temp = makeTempFolder();
afterAll(() => {
  temp.remove();
});
const failure = { code: 'test-failed', message: 'The test failed.' };
const endless = ['-v', 'error', '-re', '-f', 'lavfi', '-i', 'anullsrc', '-f', 's16le', 'pipe:1'];
const request = (args: readonly string[], more: Partial<ToolRequest> = {}): ToolRequest => ({
  tool: 'ffmpeg',
  args,
  failure,
  ...more,
});

test('output arrives, exit 0 resolves', async () => {
  const args = ['-f', 'lavfi', '-i', 'anullsrc=r=8000:cl=mono', '-t', '1', '-f', 's16le', 'pipe:1'];
  expect((await runTool(request(args))).length).toBe(16_000);
});

test('a failure is the given sentence; what ffmpeg said is the cause', async () => {
  await expect(runTool(request(['-v', 'error', '-i', 'file:/none.wav']))).rejects.toMatchObject({
    category: 'bad-input',
    code: 'test-failed',
    message: 'The test failed.',
    cause: expect.stringContaining('No such file') as string,
  });
});

test('an aborted child is stopped and the error says cancelled', async () => {
  const controller = new AbortController();
  const running = await startTool(request(endless, { signal: controller.signal }));
  running.stdout.resume();
  controller.abort();
  await expect(running.completed).rejects.toMatchObject({ category: 'cancelled' });
});

test('nothing starts after an abort', async () => {
  await expect(startTool(request(endless, { signal: AbortSignal.abort() }))).rejects.toMatchObject({
    category: 'cancelled',
  });
});

test('a child over its time limit is stopped', async () => {
  await expect(runTool(request(endless, { timeLimitSeconds: 0.3 }))).rejects.toMatchObject({
    code: 'media-timeout',
  });
});

test('output without end is stopped at the limit', async () => {
  const args = ['-v', 'error', '-f', 'lavfi', '-i', 'anullsrc', '-f', 's16le', 'pipe:1'];
  await expect(runTool(request(args), 100_000)).rejects.toMatchObject({ code: 'test-failed' });
});

test('blocks are whole units and leaving early ends the child', async () => {
  const running = await startTool(request(endless));
  for await (const block of readBlocks(running, 7)) {
    expect(block.length % 7).toBe(0);
    break;
  }
  await expect(running.completed).rejects.toMatchObject({ category: 'cancelled' });
});

test('a child that gives nothing when asked is stopped', async () => {
  const silent = ['-v', 'error', '-f', 's16le', '-i', 'pipe:0', '-f', 's16le', 'pipe:1'];
  const running = await startTool(request(silent));
  const read = async (): Promise<void> => {
    for await (const block of readBlocks(running, 2, 0.3)) expect(block.length).toBe(0);
  };
  await expect(read()).rejects.toMatchObject({ code: 'media-timeout' });
});

test('children die with their parent', async () => {
  const out = temp.at('orphan.raw');
  const code = `
    import { startTool } from '${import.meta.dirname}/run.ts';
    await startTool({ tool: 'ffmpeg', failure: { code: 'x', message: 'x' },
      args: ['-v', 'error', '-re', '-f', 'lavfi', '-i', 'anullsrc', '-f', 's16le', '-flush_packets', '1', 'file:${out}'] });
    const { existsSync } = await import('node:fs');
    while (!existsSync('${out}')) await new Promise((r) => setTimeout(r, 20));
    process.exit(0);`;
  await new Promise<void>((resolve, reject) => {
    execFile(process.execPath, ['--input-type=module', '-e', code], (error) => {
      if (error === null) resolve();
      else reject(new Error('the parent failed', { cause: error }));
    });
  });
  await sleep(300);
  expect(existsSync(out)).toBe(true);
  const before = statSync(out).size;
  await sleep(700);
  expect(statSync(out).size).toBe(before);
});
