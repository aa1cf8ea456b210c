/** Nested input as a query string in bracket notation. */
export function queryOf(input: Record<string, unknown>): URLSearchParams {
  const query = new URLSearchParams();
  for (const [name, value] of leaves(input)) {
    if (value !== undefined && value !== null) query.append(name, String(value));
  }
  return query;
}

/** Input that holds a file, as a form in bracket notation; null when it holds none. */
export function formOf(input: Record<string, unknown>): FormData | null {
  const parts = leaves(input);
  if (!parts.some(([, value]) => value instanceof File)) return null;
  const form = new FormData();
  for (const [name, value] of parts) {
    if (value instanceof File) form.append(name, value);
    else if (value !== undefined && value !== null) form.append(name, String(value));
  }
  return form;
}

function leaves(value: unknown, name = ''): [string, unknown][] {
  if (typeof value !== 'object' || value === null || value instanceof File) return [[name, value]];
  return Object.entries(value).flatMap(([key, child]) =>
    leaves(child, name ? `${name}[${key}]` : key),
  );
}
