/**
 * A file whose bytes are made while they are read, such as what is opened as it leaves: it takes no
 * room on disk or in memory. `open` is asked anew for each reading; it must yield `size` bytes.
 */
export class StreamedFile extends File {
  readonly #open: () => AsyncIterable<Uint8Array>;
  readonly #size: number;

  constructor(
    open: () => AsyncIterable<Uint8Array>,
    { name, type, size }: { name: string; type: string; size: number },
  ) {
    super([], name, { type });
    this.#open = open;
    this.#size = size;
  }

  override get size(): number {
    return this.#size;
  }

  override stream(): ReadableStream<Uint8Array<ArrayBuffer>> {
    let bytes: AsyncIterator<Uint8Array> | undefined;
    return new ReadableStream(
      {
        pull: async (controller) => {
          bytes ??= this.#open()[Symbol.asyncIterator]();
          const next = await bytes.next();
          if (next.done) controller.close();
          else controller.enqueue(new Uint8Array(next.value));
        },
        // Whoever fetched it hung up: what it is made of is let go.
        cancel: async () => void (await bytes?.return?.()),
      },
      { highWaterMark: 0 },
    );
  }

  override async arrayBuffer(): Promise<ArrayBuffer> {
    return await new Response(this.stream()).arrayBuffer();
  }

  override async text(): Promise<string> {
    return await new Response(this.stream()).text();
  }
}
