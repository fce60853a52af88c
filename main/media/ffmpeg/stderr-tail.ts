// The last words of a child process, in bounded memory.
const LIMIT = 16 * 1024;
/** What ffmpeg says in the normal course of things. */
const NOISE =
  /^(Conversion failed!|\s*$|frame=|size=|video:|Exiting normally|Last message repeated)/;

export class StderrTail {
  private text = '';
  private diskFull = false;

  push(bytes: Uint8Array): void {
    this.text = (this.text + Buffer.from(bytes).toString('utf8')).slice(-LIMIT);
    this.diskFull ||= /No space left on device|Disk quota exceeded/.test(this.text);
  }

  saysDiskFull(): boolean {
    return this.diskFull;
  }

  /** The last line that explains something. */
  lastMeaningful(): string {
    const lines = this.text.split(/[\r\n]+/).filter(isComplaint);
    return lines.at(-1)?.trim() ?? 'no message';
  }
}

/** Is this line about a problem? For the output of `-v error`, with or without `-stats`. */
export function isComplaint(line: string): boolean {
  return !NOISE.test(line);
}
