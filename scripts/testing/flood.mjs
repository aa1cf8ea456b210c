import { drive } from './raw-http.mjs';

// Sends its requests over and over from a process of its own, so that who floods and who measures
// do not wait for each other. Ends when its parent says so.
let isOver = false;
let sent = 0;
process.on('message', async ({ port, requests }) => {
  while (!isOver) {
    for (const parts of requests) {
      if (isOver) break;
      await drive(port, parts);
      sent += 1;
    }
  }
  process.send({ sent }, () => process.exit());
});
process.on('SIGTERM', () => {
  isOver = true;
});
process.once('disconnect', () => process.exit());
