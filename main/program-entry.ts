// Where the program's other processes and threads begin: in the source tree beside their folders, in
// a built program beside the file that holds this.

const isSource = import.meta.url.endsWith('.ts');

const SOURCES = {
  engine: './engine/engine.ts',
  'frame-worker': './engine/render/frame-worker.ts',
} as const;

/** Entry file of a child process or thread. */
export function programEntry(name: keyof typeof SOURCES): URL {
  return new URL(isSource ? SOURCES[name] : `./${name}.js`, import.meta.url);
}
