import { endingOf, type MediaKind, mediaKindFacts, mediaKinds } from './media-kinds';

export interface Media {
  /** Null for what is none of the kinds we know. */
  kind: MediaKind | null;
  /** What it is served as; nothing that a browser would run. */
  mediaType: string;
}

const unknown: Media = { kind: null, mediaType: 'application/octet-stream' };

interface Signature {
  at: number;
  bytes: readonly number[];
}

const sign = (text: string, at = 0): Signature => ({
  at,
  bytes: [...text].map((char) => char.charCodeAt(0)),
});

/** Kinds whose first bytes must be what the name says. */
const signed: Record<string, { signatures: readonly Signature[]; mediaType: string }> = {
  png: { signatures: [{ at: 0, bytes: [0x89, 0x50, 0x4e, 0x47] }], mediaType: 'image/png' },
  jpg: { signatures: [{ at: 0, bytes: [0xff, 0xd8, 0xff] }], mediaType: 'image/jpeg' },
  jpeg: { signatures: [{ at: 0, bytes: [0xff, 0xd8, 0xff] }], mediaType: 'image/jpeg' },
  gif: { signatures: [sign('GIF8')], mediaType: 'image/gif' },
  webp: { signatures: [sign('WEBP', 8)], mediaType: 'image/webp' },
  avif: { signatures: [sign('ftypavi', 4)], mediaType: 'image/avif' },
  heic: { signatures: [sign('ftyphei', 4), sign('ftypmif', 4)], mediaType: 'image/heic' },
  pdf: { signatures: [sign('%PDF')], mediaType: 'application/pdf' },
  ...Object.fromEntries(
    ['docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp', 'hwpx', 'zip'].map((ending) => [
      ending,
      { signatures: [sign('PK')], mediaType: 'application/octet-stream' },
    ]),
  ),
  ...Object.fromEntries(
    ['doc', 'xls', 'ppt', 'hwp'].map((ending) => [
      ending,
      {
        signatures: [{ at: 0, bytes: [0xd0, 0xcf, 0x11, 0xe0] }],
        mediaType: 'application/octet-stream',
      },
    ]),
  ),
};

/** First bytes of programs, whatever they are called. */
const programs = [sign('MZ'), sign('\x7fELF'), sign('#!')];

/**
 * What a file is by its name and first bytes together: a name that the bytes belie counts for
 * nothing. `head` should be a hundred bytes or more.
 */
export function mediaOf(name: string, head: Uint8Array): Media {
  const ending = endingOf(name);
  const known = signed[ending];
  const kind = mediaKinds.find((one) => mediaKindFacts[one].endings.includes(ending)) ?? null;
  if (known) {
    const fits = known.signatures.some((signature) => begins(head, signature));
    return fits ? { kind, mediaType: known.mediaType } : unknown;
  }
  if (kind === null || programs.some((signature) => begins(head, signature))) return unknown;
  return { ...unknown, kind };
}

const begins = (head: Uint8Array, { at, bytes }: Signature) =>
  bytes.every((byte, index) => head[at + index] === byte);
