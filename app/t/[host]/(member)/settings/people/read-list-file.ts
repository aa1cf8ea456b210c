/** Why a file is no list: `size` above 1 MB, `kind` for what is no text. */
export class ListFileError extends Error {
  constructor(readonly why: 'size' | 'kind') {
    super(why);
  }
}

const maxBytes = 1_000_000;

/**
 * Text of a file: UTF-8, or what spreadsheets of Korea write without asking. Throws `ListFileError`.
 */
export async function readListFile(file: File): Promise<string> {
  if (file.size > maxBytes) throw new ListFileError('size');
  const bytes = await file.arrayBuffer();
  const text = decoded(bytes, 'utf-8') ?? decoded(bytes, 'euc-kr');
  if (text === null || text.includes('\0')) throw new ListFileError('kind');
  return text;
}

function decoded(bytes: ArrayBuffer, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
