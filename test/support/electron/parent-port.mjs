// Loaded into a forked child so that it meets `process.parentPort`, as in an Electron utility process.
const listeners = [];
process.parentPort = {
  postMessage: (message) => process.send?.(message, undefined, undefined, () => undefined),
  on: (event, listener) => {
    if (event === 'message') listeners.push(listener);
  },
};
process.on('message', (data) => {
  for (const listener of listeners) listener({ data });
});
process.on('disconnect', () => process.exit(0));
