import { connect } from 'node:net';

/**
 * One request, written as it is: `parts` are texts and how often each is repeated.
 * @typedef {{ text: string, times: number }[]} RawRequest
 */

/**
 * Writes until the server answers or closes.
 * @param {number} port
 * @param {RawRequest} parts
 * @returns {Promise<{ status: number, sentBytes: number }>} status 0: closed; what the server's side took
 */
export function drive(port, parts) {
  return new Promise((done) => {
    const socket = connect({ port, host: '127.0.0.1' });
    const pieces = piecesOf(parts);
    let answer = '';
    const finish = () => {
      socket.destroy();
      clearTimeout(patience);
      const status = Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1] ?? 0);
      done({ status, sentBytes: socket.bytesWritten - socket.writableLength });
    };
    const patience = setTimeout(finish, 15_000);
    const write = () => {
      for (;;) {
        const piece = pieces.next();
        if (piece.done || socket.destroyed) return;
        if (!socket.write(piece.value)) return void socket.once('drain', write);
      }
    };
    socket.on('data', (part) => {
      answer += part.toString('latin1');
      if (answer.includes('\r\n\r\n')) finish();
    });
    socket.once('error', finish);
    socket.once('close', finish);
    socket.once('connect', write);
  });
}

/** In pieces of about a megabyte, however small the texts are. */
function* piecesOf(parts) {
  for (const { text, times } of parts) {
    const most = Math.max(1, Math.floor((1024 * 1024) / text.length));
    for (let left = times; left > 0; left -= most) yield text.repeat(Math.min(left, most));
  }
}
