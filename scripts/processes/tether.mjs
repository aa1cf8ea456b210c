import { isMainThread } from 'node:worker_threads';

const graceMs = 25_000;

// Loaded before a program: when the process that started it is killed outright, nobody would stop
// the program, and it would hold its port and its database connections for ever.
if (isMainThread && process.channel) {
  process.once('disconnect', () => {
    setTimeout(() => process.exit(1), graceMs).unref();
    process.kill(process.pid, 'SIGTERM');
  });
  process.channel.unref();
}
