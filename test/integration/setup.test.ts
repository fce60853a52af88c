import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BareMachine } from '../fakes/bare-machine.ts';

describe.skipIf(process.platform === 'win32')('set-up of a bare machine (needs sh)', () => {
  let machine: BareMachine;
  beforeEach(() => {
    machine = new BareMachine();
  });
  afterEach(() => machine.remove());

  it('installs the packages, hands over to Node 24 with arguments and folder, and does it once', () => {
    machine.addNpm();
    machine.addFfmpeg();
    const first = machine.run(['demo', '--image', 'a b.png']);
    expect(first).toMatchObject({
      exitCode: 0,
      stdout: 'ran scripts/demo/demo.ts --image a b.png from /called/from\n',
    });
    expect(machine.takeCalls()).toHaveLength(1);
    expect(machine.run(['test'])).toMatchObject({ exitCode: 0, stderr: '' });
    expect(machine.takeCalls()).toEqual([]);
  });

  it('passes on the exit code of the task', () => {
    machine.addNpm();
    machine.addFfmpeg();
    expect(machine.run(['test'], { TASK_EXIT: '3' }).exitCode).toBe(3);
  });

  it('installs again when the lock file moved on', () => {
    machine.addNpm();
    machine.addFfmpeg();
    machine.run(['test']);
    machine.takeCalls();
    machine.writeLock('1.0.1');
    machine.run(['test']);
    expect(machine.takeCalls()).toHaveLength(1);
  });

  it('clears a broken half-install and tries once more', () => {
    machine.addNpm({ failures: 1 });
    machine.addFfmpeg();
    const { exitCode, stderr } = machine.run(['test']);
    expect(exitCode).toBe(0);
    expect(stderr).toContain('npm error network timeout');
    expect(existsSync(join(machine.clone, 'node_modules', 'half'))).toBe(false);
    expect(machine.takeCalls()).toHaveLength(2);
  });

  it('says in one sentence why npm could not install', () => {
    machine.addNpm({ failures: 2 });
    const { exitCode, stderr } = machine.run(['test']);
    expect(exitCode).toBe(5);
    expect(stderr).toMatch(
      /Set-up stopped: The npm packages could not be installed \(npm error network timeout\); .*\.\n$/,
    );
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it('says so when there is no npm', () => {
    const { exitCode, stderr } = machine.run(['test']);
    expect(exitCode).toBe(5);
    expect(stderr).toContain('there is no npm on the PATH');
  });

  it('installs ffmpeg with apt where it may', () => {
    machine.addNpm();
    machine.addApt();
    expect(machine.run(['demo']).exitCode).toBe(0);
    const calls = machine.takeCalls();
    expect(calls.filter((call) => call.includes('update'))).toHaveLength(1);
    expect(calls.filter((call) => /install .*ffmpeg/.test(call))).toHaveLength(1);
    expect(calls.filter((call) => call.startsWith('npm'))).toHaveLength(1);
  });

  it('installs Chromium for the tests, not for the demo, and does without it', () => {
    machine.addNpm();
    machine.addApt();
    machine.run(['demo']);
    const isChromium = (call: string) => /install .*chromium/.test(call);
    expect(machine.takeCalls().filter(isChromium)).toEqual([]);
    expect(machine.run(['test']).exitCode).toBe(0);
    expect(machine.takeCalls().filter(isChromium)).toHaveLength(1);
  });

  it.each([
    ['there is no apt', {}],
    ['apt is switched off', { PARLEY_SETUP_NO_APT: '1' }],
  ])('takes ffmpeg from npm when %s', (_, env) => {
    machine.addNpm();
    if ('PARLEY_SETUP_NO_APT' in env) machine.addApt();
    expect(machine.run(['test'], env).exitCode).toBe(0);
    expect(machine.takeCalls().filter((call) => call.startsWith('apt'))).toEqual([]);
    expect(existsSync(join(machine.clone, '.tools', 'ffmpeg', 'node_modules'))).toBe(true);
    machine.run(['test'], env);
    expect(machine.takeCalls()).toEqual([]);
  });

  it('takes ffmpeg from npm when apt fails, and says why', () => {
    machine.addNpm();
    machine.addApt({ works: false });
    const { exitCode, stderr } = machine.run(['test']);
    expect(exitCode).toBe(0);
    expect(stderr).toContain('no route to host');
  });

  it('does not take an ffmpeg that cannot write H.264', () => {
    machine.addNpm();
    machine.addFfmpeg({ withX264: false });
    expect(machine.run(['test']).exitCode).toBe(0);
    expect(existsSync(join(machine.clone, '.tools', 'ffmpeg'))).toBe(true);
  });

  it('says what to install when ffmpeg cannot be had', () => {
    machine.addNpm({ shipsFfmpeg: false });
    const { exitCode, stderr } = machine.run(['test']);
    expect(exitCode).toBe(5);
    expect(stderr).toMatch(
      /ffmpeg is missing and could not be installed \(npm error 404 no such package\); install it with "/,
    );
  });

  it('refuses an ffmpeg setting that does not work', () => {
    machine.addNpm();
    machine.addFfmpeg();
    const setting = { PARLEY_FFMPEG: '/no/such/ffmpeg', PARLEY_FFPROBE: '/no/such/ffprobe' };
    const { exitCode, stderr } = machine.run(['test'], setting);
    expect(exitCode).toBe(5);
    expect(stderr).toContain('"/no/such/ffmpeg" does not run');
  });

  it('builds window and desktop program for the start, and again only what has changed', () => {
    machine.addNpm();
    machine.addFfmpeg();
    const builds = (): string[] => machine.takeCalls().filter((call) => call.startsWith('vite'));
    expect(machine.run(['start', '--browser'])).toMatchObject({
      exitCode: 0,
      stdout: 'ran scripts/start/start.ts --browser from /called/from\n',
    });
    expect(builds()).toEqual([
      'vite build',
      'vite build --config vite-main.config.ts',
      'vite build --config vite-main.config.ts --mode preload',
    ]);
    expect(machine.run(['start'])).toMatchObject({ exitCode: 0, stderr: '' });
    expect(builds()).toEqual([]);
    machine.writeSource('renderer/main.test.ts', 'second');
    machine.run(['start']);
    expect(builds()).toEqual([]);
    machine.writeSource('renderer/main.tsx', 'second');
    machine.run(['start']);
    expect(builds()).toEqual(['vite build']);
    machine.run(['demo']);
    expect(builds()).toEqual([]);
  });

  it('says why the window cannot be built', () => {
    machine.addNpm();
    machine.addFfmpeg();
    const { exitCode, stdout, stderr } = machine.run(['start'], { BUILD_FAULT: 'main.tsx is odd' });
    expect(exitCode).toBe(5);
    expect(stdout).toBe('');
    expect(stderr).toMatch(
      /Set-up stopped: It was not possible to build the window \(error main\.tsx is odd\); .*\.\n$/,
    );
  });

  it('knows three tasks', () => {
    expect(machine.run(['paint'])).toMatchObject({ exitCode: 2, stdout: '' });
  });
});
