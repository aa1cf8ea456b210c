import { connect, type Socket } from 'node:net';

const endOfHead = Buffer.from('\r\n\r\n');
const lastChunk = Buffer.from('0\r\n\r\n');

/** One kept-alive HTTP connection, lean enough to leave the processor to the server it asks. */
export class Connection {
  readonly #socket: Socket;
  #received: Buffer = Buffer.alloc(0);
  #status = 0;
  /** Bytes of the body still to come; undefined while the head is, null when it comes in chunks. */
  #left: number | null | undefined;
  #settle: { resolve(status: number): void; reject(error: Error): void } | undefined;

  constructor(port: number) {
    this.#socket = connect(port, '127.0.0.1');
    this.#socket.setNoDelay(true);
    this.#socket.on('data', (part) => this.#take(part));
    this.#socket.on('error', (error) => this.#settle?.reject(error));
    this.#socket.on('close', () => this.#settle?.reject(new Error('The server hung up.')));
  }

  /** Sends one request and answers the status when the whole response has come. */
  ask(request: string): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#settle = { resolve, reject };
      this.#left = undefined;
      this.#received = Buffer.alloc(0);
      this.#socket.write(request);
    });
  }

  close() {
    this.#settle = undefined;
    this.#socket.destroy();
  }

  #take(part: Buffer) {
    let body = part;
    if (this.#left === undefined) {
      this.#received = this.#received.length ? Buffer.concat([this.#received, part]) : part;
      const end = this.#received.indexOf(endOfHead);
      if (end < 0) return;
      this.#readHead(this.#received.toString('latin1', 0, end));
      body = this.#received.subarray(end + endOfHead.length);
      this.#received = Buffer.alloc(0);
    }
    if (this.#left === null) this.#takeChunked(body);
    else if (this.#left !== undefined) {
      this.#left -= body.length;
      if (this.#left <= 0) this.#done();
    }
  }

  // Enough for bodies whose last bytes are their last chunk, which is all our servers send.
  #takeChunked(body: Buffer) {
    this.#received = Buffer.concat([this.#received, body]).subarray(-(lastChunk.length + 2));
    if (this.#received.subarray(-lastChunk.length).equals(lastChunk)) this.#done();
  }

  #readHead(head: string) {
    this.#status = Number(head.slice(9, 12));
    const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
    if (length !== undefined) this.#left = Number(length);
    else this.#left = /\r\ntransfer-encoding: *chunked/i.test(head) ? null : 0;
  }

  #done() {
    const settle = this.#settle;
    this.#settle = undefined;
    settle?.resolve(this.#status);
  }
}
