/*
 * Without Node, since pages in the browser use it too.
 */

/** What people call the files they keep. */
export const mediaKinds = [
  'image',
  'pdf',
  'document',
  'sheet',
  'text',
  'archive',
  'audio',
  'video',
] as const;
export type MediaKind = (typeof mediaKinds)[number];

interface KindFacts {
  /** As words that follow "takes". */
  words: string;
  /** Endings of names, without the dot. */
  endings: readonly string[];
}

export const mediaKindFacts: Record<MediaKind, KindFacts> = {
  image: { words: 'pictures', endings: ['png', 'jpg', 'jpeg', 'gif', 'webp', 'avif', 'heic'] },
  pdf: { words: 'PDFs', endings: ['pdf'] },
  document: {
    words: 'documents',
    endings: ['docx', 'doc', 'odt', 'rtf', 'pptx', 'ppt', 'odp', 'hwp', 'hwpx'],
  },
  sheet: { words: 'spreadsheets', endings: ['xlsx', 'xls', 'ods', 'csv', 'tsv'] },
  text: { words: 'text files', endings: ['txt', 'md', 'json', 'log'] },
  archive: { words: 'zip archives', endings: ['zip', '7z', 'gz', 'tar'] },
  audio: { words: 'sound', endings: ['mp3', 'm4a', 'wav', 'ogg', 'flac'] },
  video: { words: 'videos', endings: ['mp4', 'mov', 'webm', 'mkv'] },
};

export const endingOf = (name: string): string =>
  /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? '';

/** Pictures that every browser shows. */
const shown = new Set(['png', 'jpg', 'jpeg', 'gif', 'webp']);
export const isPicture = (name: string) => shown.has(endingOf(name));
