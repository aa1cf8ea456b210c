import type { Readable } from 'node:stream';

/** Where a file's bytes lie, whatever the store. */
export interface FilePlace {
  /** Archives lie apart from the files that people keep; `tenants` when absent. */
  area?: 'tenants' | 'archives';
  tenantId: string;
  fileId: string;
}

export interface StoredBytes {
  sizeBytes: number;
  /** SHA-256, hexadecimal. */
  digest: string;
}

/** Keeps the bytes of files; their rows are kept by the tenant plane. */
export interface FileStore {
  /**
   * Keeps bytes, whole or not at all. Throws `AppError('limit')` beyond `maxBytes`.
   */
  write(
    place: FilePlace,
    bytes: AsyncIterable<Uint8Array>,
    limits: { maxBytes: number },
  ): Promise<StoredBytes>;
  /** Size in bytes; null when there are none. */
  sizeOf(place: FilePlace): Promise<number | null>;
  /** The bytes in order. Throws `AppError('not_found')` when there are none. */
  read(place: FilePlace): Promise<Readable>;
  /** The bytes as a blob that is read from the store as it is sent. Throws as `read`. */
  blob(place: FilePlace, mediaType: string): Promise<Blob>;
  /** Forgets the bytes; no error when there are none. */
  remove(place: FilePlace): Promise<void>;
  /** Forgets everything kept for a tenant; answers how many files that were. */
  removeAll(tenantId: string): Promise<number>;
  /** Ids of the tenants of which anything is kept. */
  tenants(): Promise<string[]>;
  /** A blob of what `write` produces, on disk rather than in memory; forgotten after an hour. */
  scratch(mediaType: string, write: AsyncIterable<Uint8Array | string>): Promise<Blob>;
}
