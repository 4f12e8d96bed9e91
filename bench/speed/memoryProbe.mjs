// Loaded into a server before its own code: it collects garbage and tells its memory whenever it is asked.
process.on('message', () => {
  const { gc } = /** @type {{ gc?: () => void }} */ (globalThis);
  gc?.();
  // What waited for a finaliser goes with the second one.
  setImmediate(() => {
    gc?.();
    const { rss, heapUsed } = process.memoryUsage();
    process.send?.({ rss, heapUsed });
  });
});
// To be asked keeps no server alive.
process.channel?.unref();
