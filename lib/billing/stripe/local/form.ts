export type FormValue = string | FormValue[] | { [name: string]: FormValue };

/** Nested values of `a[b][0][c]=d`, as the SDK writes them. */
export function readForm(text: string): Record<string, FormValue> {
  const root: Record<string, FormValue> = Object.create(null);
  for (const [key, value] of new URLSearchParams(text)) {
    const [first = '', ...rest] = key.replaceAll(']', '').split('[');
    put(root, [first, ...rest], value);
  }
  return withLists(root) as Record<string, FormValue>;
}

function put(into: Record<string, FormValue>, path: string[], value: string): void {
  const [name = '', ...rest] = path;
  // `expand[]=a&expand[]=b` names no place.
  const key = name === '' ? String(Object.keys(into).length) : name;
  if (rest.length === 0) {
    into[key] = value;
    return;
  }
  const below = into[key];
  const inner = typeof below === 'object' && !Array.isArray(below) ? below : Object.create(null);
  into[key] = inner;
  put(inner, rest, value);
}

function withLists(value: FormValue): FormValue {
  if (typeof value === 'string' || Array.isArray(value)) return value;
  const entries = Object.entries(value).map(([key, one]) => [key, withLists(one)] as const);
  const isList = entries.length > 0 && entries.every(([key], at) => key === String(at));
  return isList ? entries.map(([, one]) => one) : Object.fromEntries(entries);
}
