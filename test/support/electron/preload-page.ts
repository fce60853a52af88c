// Runs in the page before its own scripts: what Electron gives a sandboxed preload script, over two
// functions that the shim exposes. Values are cloned, as they are across contextBridge.

/** Text of a script that runs `preload` (CommonJS) in a function of its own. */
export function preloadScript(preload: string, processArguments: readonly string[]): string {
  return `(() => {
  const listeners = new Map();
  const clone = (value) => (typeof value === 'function' || value instanceof File ? value : structuredClone(value));
  window.__shimReceive = (channel, args) => {
    for (const listener of listeners.get(channel) ?? []) listener({}, ...args);
  };
  const ipcRenderer = {
    send: (channel, ...args) => void window.__shimSend(channel, args.map(clone)),
    invoke: (channel, ...args) => window.__shimInvoke(channel, args.map(clone)).then((answer) => {
      if (answer.error) throw new Error(answer.error);
      return answer.value;
    }),
    on: (channel, listener) => {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
    },
    removeListener: (channel, listener) => {
      listeners.set(channel, (listeners.get(channel) ?? []).filter((each) => each !== listener));
    },
  };
  const contextBridge = {
    exposeInMainWorld: (name, api) =>
      Object.defineProperty(window, name, { value: Object.freeze({ ...api }), enumerable: true }),
  };
  // The test says where the files lie that it puts into the page.
  const webUtils = { getPathForFile: (file) => (window.__shimPaths ?? {})[file.name] ?? '' };
  const electron = { contextBridge, ipcRenderer, webUtils };
  const require = (name) => {
    if (name !== 'electron') throw new Error('A sandboxed preload script cannot load ' + name);
    return electron;
  };
  const process = { argv: ${JSON.stringify(processArguments)} };
  (function (require, process, module, exports) {${preload}\n})(require, process, { exports: {} }, {});
})();`;
}
