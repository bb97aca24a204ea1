/** Preloaded into a process: ends it when the one that started it is gone, however that went. */
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
