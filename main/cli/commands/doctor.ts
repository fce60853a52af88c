import { AppError } from '#core/errors/app-error.ts';
import { parseCommandLine, type Command } from '../command.ts';

export const doctorCommand: Command = {
  name: 'doctor',
  usage: 'doctor',
  summary: 'check that everything Parley needs is here and works',
  async run(args, { host, reporter, signal }) {
    parseCommandLine(this, args, {});
    const checks = await host.diagnose(signal);
    const failed = checks.filter((check) => !check.ok);
    if (failed.length > 0) {
      for (const check of checks)
        reporter.notice(`${check.ok ? 'ok  ' : 'FAIL'} ${check.name}: ${check.detail}`);
      throw new AppError({
        category: 'device-failed',
        code: 'doctor-failed',
        message: `${failed.length} of ${checks.length} checks failed: ${failed.map((check) => check.name).join(', ')}.`,
        hint: 'The lines above say what to install or free.',
      });
    }
    reporter.done(
      { checks },
      checks.map((check) => `ok   ${check.name}: ${check.detail}`),
    );
  },
};
