import { spawn } from 'node:child_process';

/**
 * Runs a program to its end and returns what it printed. Throws an error with `output` and `code`,
 * whose message is the end of the output, when it fails.
 */
export function run(command, args, options = {}) {
  return new Promise((done, fail) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
    const parts = [];
    child.stdout.on('data', (part) => parts.push(part));
    child.stderr.on('data', (part) => parts.push(part));
    child.once('error', fail);
    child.once('close', (code) => {
      const output = Buffer.concat(parts).toString('utf8');
      if (code === 0) return done(output);
      const end = output.trim().split('\n').slice(-60).join('\n');
      fail(Object.assign(new Error(end || `${command} ended with ${code}`), { output, code }));
    });
  });
}
