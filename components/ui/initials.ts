const hangul = /^[\uac00-\ud7a3]/;

/** Two letters of a name: `Ada Lovelace` gives `AL`, `김서연` gives `서연`, `gangnam` gives `G`. */
export function initialsOf(name: string): string {
  const parts = name.trim().split(/\s+/).filter(Boolean);
  const first = parts[0] ?? '';
  if (hangul.test(first)) return [...first].slice(-2).join('');
  const letters = [first, parts.length > 1 ? (parts.at(-1) ?? '') : ''];
  return letters.map((part) => [...part][0]?.toUpperCase() ?? '').join('') || '?';
}
