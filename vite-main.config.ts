// Builds what Electron runs: main process, engine and its threads to out/main, the preload script to
// out/preload. Packages stay in node_modules; only the project's own code is bundled.
import { resolve } from 'node:path';
import { defineConfig } from 'vite';
import { generatorFingerprint } from './main/host/fingerprint.ts';

const at = (path: string): string => resolve(import.meta.dirname, path);

export default defineConfig(({ mode }) => {
  const isPreload = mode === 'preload';
  return {
    // A sandboxed preload script has no module loader: it is CommonJS in one file.
    define: { BUILT_GENERATOR_FINGERPRINT: JSON.stringify(generatorFingerprint()) },
    build: {
      ssr: true,
      target: 'node24',
      outDir: at(isPreload ? 'out/preload' : 'out/main'),
      emptyOutDir: true,
      rolldownOptions: {
        external: ['electron'],
        input: isPreload
          ? { preload: at('main/preload/index.ts') }
          : {
              main: at('main/electron/main.ts'),
              engine: at('main/engine/engine.ts'),
              'frame-worker': at('main/engine/render/frame-worker.ts'),
            },
        // Flat: code finds its neighbours and the resources from its own address.
        output: isPreload
          ? { format: 'cjs', entryFileNames: '[name].cjs' }
          : { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name].js' },
      },
    },
  };
});
