/** Kinds of files that can be kept for import; what a zip holds is for its reader to say. */
export type FileKind = 'text/csv' | 'application/json' | 'zip';

const binaries: [signature: number[], name: string][] = [
  [[0xd0, 0xcf, 0x11, 0xe0], 'an old Excel workbook, or one with a password'],
  [[0x25, 0x50, 0x44, 0x46], 'a PDF'],
  [[0x89, 0x50, 0x4e, 0x47], 'a picture'],
  [[0xff, 0xd8, 0xff], 'a picture'],
  [[0x47, 0x49, 0x46, 0x38], 'a picture'],
  [[0x1f, 0x8b], 'a compressed file'],
  [[0x7f, 0x45, 0x4c, 0x46], 'a program'],
  [[0x4d, 0x5a], 'a program'],
];

/**
 * What a file is by its first bytes, whatever its name says: a kind of table, or the words for what
 * it is instead.
 */
export function sniffTable(head: Uint8Array): { kind: FileKind } | { refused: string } {
  if ([0x50, 0x4b, 0x03, 0x04].every((byte, i) => head[i] === byte)) return { kind: 'zip' };
  const known = binaries.find(([signature]) => signature.every((byte, i) => head[i] === byte));
  if (known && !(known[1] === 'a program' && isText(head))) return { refused: known[1] };
  if (head.length === 0) return { refused: 'empty' };
  if (!isText(head)) return { refused: 'not a text file' };
  const start = new TextDecoder()
    .decode(head.subarray(0, 256))
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (start.startsWith('{')) return { refused: 'a JSON object; a list of objects is needed' };
  return { kind: start.startsWith('[') ? 'application/json' : 'text/csv' };
}

// Text has no control characters besides tab and line ends; UTF-16 has zero bytes in every pair.
function isText(head: Uint8Array): boolean {
  if (isUtf16(head)) return true;
  const odd = head.filter((byte) => byte < 0x20 && ![0x09, 0x0a, 0x0c, 0x0d].includes(byte));
  return odd.length === 0;
}

/** UTF-16 with a byte order mark, or by the zero bytes of its plain characters. */
export function isUtf16(head: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const zeros = (parity: number) => head.filter((byte, i) => i % 2 === parity && byte === 0).length;
  const [even, odd] = [zeros(0), zeros(1)];
  if (head.length < 4 || even + odd < head.length / 8) return null;
  if (even === 0) return 'utf-16le';
  return odd === 0 ? 'utf-16be' : null;
}
