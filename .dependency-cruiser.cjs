// The house rules of docs/ARCHITECTURE.md, checked by test/integration/architecture.test.ts.
const TESTS = '\\.test\\.ts$|^test/|^scripts/';
const rule = (name, from, to, comment) => ({ name, severity: 'error', comment, from, to });

module.exports = {
  forbidden: [
    rule('no-circular', {}, { circular: true }, 'A cycle hides which side depends on which.'),
    rule(
      'core-is-pure',
      { path: '^core/', pathNot: TESTS },
      { pathNot: '^core/|^node_modules/zod/' },
      'core knows no Node, no DOM, no ONNX.',
    ),
    rule(
      'native-models-know-only-core',
      { path: '^native-models/', pathNot: TESTS },
      { path: '^main/|^renderer/|better-sqlite3|electron|fluent-ffmpeg|sharp' },
    ),
    rule(
      'onnxruntime-only-in-runtime',
      { pathNot: '^native-models/runtime/' },
      { path: 'onnxruntime-(node|common|web)' },
      'One folder knows the inference library.',
    ),
    rule(
      'engine-knows-no-host',
      { path: '^main/engine/', pathNot: TESTS },
      { path: '^main/(host|cli|serve|electron|preload)/|better-sqlite3' },
    ),
    rule(
      'host-talks-to-the-engine-by-protocol',
      { path: '^main/host/', pathNot: TESTS },
      { path: '^main/engine/', pathNot: '^main/engine/protocol/' },
      'The engine is another process.',
    ),
    rule(
      'host-runs-no-model',
      { path: '^main/host/', pathNot: TESTS },
      { path: '^native-models/|onnxruntime|@vladmandic|@tensorflow' },
    ),
    rule(
      'host-knows-no-shell',
      { path: '^main/host/', pathNot: TESTS },
      { path: '^main/(cli|serve|electron|preload)/' },
    ),
    rule(
      'media-knows-no-project',
      { path: '^main/media/', pathNot: TESTS },
      { path: '^main/(host|engine|cli)/|^native-models/' },
    ),
    rule(
      'window-knows-core-and-contract',
      { path: '^renderer/', pathNot: TESTS },
      { path: '^(main|native-models|node:)|better-sqlite3|onnxruntime|node_modules/electron/' },
      'The window talks to the host by contract.',
    ),
    rule(
      'features-do-not-know-each-other',
      { path: '^renderer/features/([^/]+)/', pathNot: TESTS },
      { path: '^renderer/features/', pathNot: '^renderer/features/$1/' },
      'Features talk through state and actions.',
    ),
    rule(
      'state-knows-no-features',
      { path: '^renderer/(state|host|ui|preview)/', pathNot: TESTS },
      { path: '^renderer/(features|app)/' },
    ),
    rule(
      'transports-know-the-contract-only',
      { path: '^main/transport/', pathNot: TESTS },
      { path: '^main/(host|engine|media|cli)/|^native-models/|^renderer/' },
    ),
    rule(
      'sqlite-only-in-the-store',
      { pathNot: `^main/host/project-store/|${TESTS}` },
      { path: 'better-sqlite3' },
    ),
    rule(
      'processes-only-in-media-and-engine-client',
      {
        path: '^(core|main|native-models)/',
        pathNot: `^main/media/|^main/host/engine-client/|^main/cli/parley|^main/electron/|^main/serve/open-browser|${TESTS}`,
      },
      { path: '^(node:)?child_process$' },
      'Children are spawned in two places, with limits and without a shell.',
    ),
    rule(
      'electron-stays-in-its-folder',
      { pathNot: '^main/(electron|preload)/' },
      { path: '^electron$|node_modules/electron/' },
    ),
    rule(
      'shipped-code-imports-no-tests',
      { path: '^(core|main|native-models|renderer)/', pathNot: TESTS },
      { path: '^test/|^scripts/' },
    ),
    rule(
      'no-undeclared-packages',
      {},
      { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'unknown', 'undetermined'] },
    ),
    rule(
      'no-dev-packages-in-shipped-code',
      { path: '^(core|main|native-models)/', pathNot: TESTS },
      // Electron brings itself: the packager puts the program into it.
      { dependencyTypes: ['npm-dev'], pathNot: 'node_modules/(@types|electron)/' },
    ),
    rule(
      'no-orphans',
      {
        orphan: true,
        path: '^(core|main|native-models)/',
        pathNot: `${TESTS}|\\.d\\.ts$|main/cli/parley\\.mjs$`,
      },
      {},
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.mjs', '.js', '.cjs', '.json'],
    },
  },
};
