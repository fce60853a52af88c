// The live preview in a real browser: serves its bundle, shows scenes, takes frames back.

import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { build } from 'vite';
import type { FaceAnalysis } from '#core/people/face-analysis.ts';
import type { FaceTopology } from '#core/mesh/face-triangles.ts';
import { launchChromium } from './chromium.ts';
import { previewPageScript } from './preview-page.ts';

/** What browser and rasteriser are given, byte for byte the same. */
export interface PreviewStage {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  // [H, W, 3]
  readonly picture: Uint8Array;
  readonly plate: Uint8Array | null;
  // [P][H, W]
  readonly mattes: readonly (Uint8Array | null)[];
  readonly faces: readonly FaceAnalysis[];
  readonly facts: { readonly width: number; readonly height: number };
  readonly topology: FaceTopology;
}

/** The browser is given bytes, or PNG files that it decodes itself. */
export type PixelTransport = 'bytes' | 'bitmaps';

const PREVIEW = fileURLToPath(new URL('../../renderer/preview', import.meta.url));
const TYPES: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.html': 'text/html' };

export class PreviewBrowser {
  private readonly folder = mkdtempSync(join(tmpdir(), 'parley-preview-'));
  private readonly files = new Map<string, Uint8Array | string>();
  private received = new Uint8Array(0);
  private server: Server | null = null;
  private browser: Browser | null = null;
  private page: Page | null = null;
  private shown = '';

  async open(): Promise<void> {
    await this.bundle();
    this.server = createServer((request, response) => this.answer(request, response));
    await new Promise<void>((resolve) => this.server?.listen(0, '127.0.0.1', resolve));
    this.browser = await launchChromium();
  }

  /** Shows this stage in a fresh page, or in the one that shows it already. */
  async show(stage: PreviewStage, transport: PixelTransport = 'bytes'): Promise<void> {
    const wanted = `${stage.name} ${transport}`;
    if (this.shown === wanted) return;
    this.shown = '';
    await this.page?.close();
    await this.serveStage(stage, transport);
    const { port } = this.server?.address() as AddressInfo;
    this.page = (await this.browser?.newPage()) ?? null;
    this.page?.on('pageerror', (error) => console.log('page:', error.message));
    await this.page?.goto(`http://127.0.0.1:${port}/`);
    const times = await this.run(`open(${transport === 'bitmaps'})`);
    console.log(`${wanted}: ${JSON.stringify(times)}`);
    this.shown = wanted;
  }

  /** One frame as the browser has drawn it. // [H, W, 3] */
  async frame(motion: Float32Array): Promise<Uint8Array> {
    await this.run(`frame(${JSON.stringify([...motion])})`);
    return this.lastFrame();
  }

  /** One frame with `scale` pixels for each of the film, a side. // [H, W, 3] */
  async frameAt(scale: number, motion: Float32Array): Promise<Uint8Array> {
    await this.run(`setScale(${scale})`);
    const frame = await this.frame(motion);
    await this.run('setScale(1)');
    return frame;
  }

  /** The frame that the page sent last. // [H, W, 3] */
  lastFrame(): Uint8Array {
    const rgba = this.received;
    const rgb = new Uint8Array((rgba.length / 4) * 3);
    for (let from = 0, to = 0; from < rgba.length; from += 4, to += 3) {
      rgb[to] = rgba[from];
      rgb[to + 1] = rgba[from + 1];
      rgb[to + 2] = rgba[from + 2];
    }
    return rgb;
  }

  /** Calls a function of preview-page.ts. */
  run<T>(call: string): Promise<T> {
    if (this.page === null) throw new Error('Nothing is shown.');
    return this.page.evaluate(`preview.${call}`);
  }

  async close(): Promise<void> {
    await this.browser?.close();
    this.server?.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    const path = new URL(request.url ?? '/', 'http://127.0.0.1').pathname;
    if (request.method === 'POST') {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        this.received = new Uint8Array(Buffer.concat(parts));
        response.end();
      });
      return;
    }
    const file = join(this.folder, 'dist', path === '/' ? 'index.html' : path);
    const body = this.files.get(path) ?? (existsSync(file) ? readFileSync(file) : null);
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    response.writeHead(body === null ? 404 : 200, { 'content-type': type }).end(body ?? '');
  }

  private async serveStage(stage: PreviewStage, transport: PixelTransport): Promise<void> {
    const { picture, plate, mattes, ...described } = stage;
    await this.servePixels('picture', picture, stage, transport);
    if (plate !== null) await this.servePixels('plate', plate, stage, transport);
    for (const [index, matte] of mattes.entries()) {
      if (matte !== null) await this.servePixels(`matte${index}`, matte, stage, transport);
    }
    const has = { hasPlate: plate !== null, mattes: mattes.map((matte) => matte !== null) };
    this.files.set('/stage', JSON.stringify({ ...described, ...has }));
  }

  private async servePixels(
    name: string,
    data: Uint8Array,
    { width, height }: PreviewStage,
    transport: PixelTransport,
  ): Promise<void> {
    if (transport === 'bytes') {
      this.files.set(`/${name}`, data);
      return;
    }
    const channels = data.length === width * height ? 1 : 3;
    const png = sharp(data, { raw: { width, height, channels } }).toColourspace('srgb').png();
    this.files.set(`/${name}.png`, await png.toBuffer());
  }

  private async bundle(): Promise<void> {
    writeFileSync(
      join(this.folder, 'index.html'),
      '<link rel="icon" href="data:,"><script type="module" src="page.js"></script>',
    );
    writeFileSync(join(this.folder, 'page.js'), previewPageScript(PREVIEW));
    await build({
      root: this.folder,
      configFile: false,
      logLevel: 'error',
      build: { outDir: 'dist', target: 'es2024' },
      worker: { format: 'es' },
    });
  }
}
