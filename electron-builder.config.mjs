// How Parley is packed for Windows, macOS and Linux. Packing fetches Electron's binary unless
// PARLEY_ELECTRON_DIST names a folder that holds one.

const COMMON = [
  'package.json',
  'LICENSE',
  'NOTICE',
  'out/main/**',
  'out/preload/**',
  'out/renderer/**',
  'resources/**',
  '!resources/sample/*4*',
  '!resources/sample/*3*',
  '!node_modules/onnxruntime-node/script/**',
  // Natives of every other platform; the packer fills the names in.
  '!node_modules/onnxruntime-node/bin/napi-v6/!(${platform})/**',
  '!node_modules/onnxruntime-node/bin/napi-v6/*/!(${arch})/**',
  '!node_modules/better-sqlite3/prebuilds/!(${platform}-${arch}.node)',
  '!node_modules/better-sqlite3/{deps,src}/**',
  // The face library ships demos and models that Parley never loads.
  '!node_modules/@vladmandic/human/{assets,demo,src,types,tmp,tfjs}/**',
  '!node_modules/@vladmandic/human/dist/*',
  'node_modules/@vladmandic/human/dist/human.node-wasm.js',
  'node_modules/@vladmandic/human/dist/human.node.js',
  '!node_modules/@vladmandic/human/models/*',
  'node_modules/@vladmandic/human/models/{models.json,blazeface.*,facemesh.*,iris.*}',
  // tensorflow.js comes in eight builds of everything; Node loads one.
  '!node_modules/@tensorflow/*/{src,demo,scripts,dist/**/*.d.ts}/**',
  '!node_modules/@tensorflow/*/dist/*.{es2017,fesm}*',
  '!node_modules/@tensorflow/*/dist/*.min.js',
  '!node_modules/core-js/**',
  '!node_modules/@tensorflow/tfjs-{backend-webgl,data,layers}/**',
  '!node_modules/@tensorflow/tfjs/**',
  'node_modules/@tensorflow/tfjs/package.json',
  '!**/*.{map,ts,md,markdown,flow}',
  '!**/{test,tests,__tests__,example,examples,docs,.github}/**',
];

export default {
  appId: 'studio.parley.desktop',
  productName: 'Parley',
  copyright: 'Apache-2.0',
  directories: { output: 'out/package', buildResources: 'resources/icons' },
  electronVersion: '45.3.4',
  ...(process.env.PARLEY_ELECTRON_DIST ? { electronDist: process.env.PARLEY_ELECTRON_DIST } : {}),
  // Every native package ships N-API binaries: nothing is compiled for Electron.
  npmRebuild: false,
  files: COMMON,
  asar: true,
  asarUnpack: ['**/*.node', '**/*.{so,so.*,dylib,dll}', 'node_modules/@img/**'],
  fileAssociations: [{ ext: 'parley', name: 'Parley project', role: 'Editor' }],
  electronFuses: {
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  },
  linux: {
    category: 'AudioVideo',
    target: [
      { target: 'AppImage', arch: ['x64'] },
      { target: 'deb', arch: ['x64'] },
    ],
  },
  win: {
    target: [{ target: 'nsis', arch: ['x64'] }],
  },
  mac: {
    category: 'public.app-category.video',
    target: [{ target: 'dmg', arch: ['arm64'] }],
    hardenedRuntime: true,
  },
  nsis: { oneClick: false, perMachine: false, allowToChangeInstallationDirectory: true },
};
