// Builds the window to out/renderer. The same files are served by `parley serve` and by Electron.
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: resolve(import.meta.dirname, 'renderer'),
  base: './',
  plugins: [react()],
  build: {
    outDir: resolve(import.meta.dirname, 'out/renderer'),
    emptyOutDir: true,
    // Inlined assets would need `data:` in the content security policy.
    assetsInlineLimit: 0,
    sourcemap: false,
    target: 'chrome140',
    // One page, loaded from this machine: splitting it would only add requests.
    chunkSizeWarningLimit: 4000,
  },
});
