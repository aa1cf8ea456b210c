/** Ids and the names they go by. */
export interface NameIndex {
  ids: ReadonlyMap<string, string>;
  /** By lower-cased name; null where several share it. */
  names: ReadonlyMap<string, string | null>;
}

/** What values are read and shown with, beside their field. */
export interface Known {
  /** Members; their lower-cased e-mail addresses are names too. */
  people: NameIndex;
  /** Records that relations lead to, by collection. */
  records: ReadonlyMap<string, NameIndex>;
  /** Uploaded files as they stand in documents, by id. */
  files: ReadonlyMap<string, string>;
  /** Where the bytes of a file in a document are. */
  fileAt(ref: string): string;
  /** The zone of times that are written without one. */
  timeZone: string;
}

export const noNames: NameIndex = { ids: new Map(), names: new Map() };
export const nothingKnown: Known = {
  people: noNames,
  records: new Map(),
  files: new Map(),
  fileAt: (ref) => `/api/v1/attachments/${ref.slice(0, 36)}`,
  timeZone: 'UTC',
};
