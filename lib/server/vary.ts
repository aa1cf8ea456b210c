/** What decides the language of a page. */
export const spoken = ['Accept-Language', 'Cookie'];

/** A Vary header with more names in it, each once. */
export function varyWith(value: number | string | readonly string[], more: string[]): string {
  const names = [String(value), ...more].join(',').split(/\s*,\s*/);
  return [...new Map(names.map((name) => [name.toLowerCase(), name])).values()]
    .filter(Boolean)
    .join(', ');
}
