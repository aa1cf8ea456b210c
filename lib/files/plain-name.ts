/** A file's name as it is shown and offered for saving; it never becomes a path. */
export const plainName = (given: string, otherwise = 'file') =>
  (given.split(/[\\/]/).pop() ?? '').normalize('NFC').replace(/\p{C}/gu, '').slice(0, 200) ||
  otherwise;
