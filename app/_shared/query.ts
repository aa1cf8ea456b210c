export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** The single values of a page's query; empty ones are left out. */
export async function queryOf(searchParams: SearchParams): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const [name, value] of Object.entries(await searchParams)) {
    const one = Array.isArray(value) ? value[0] : value;
    if (one?.trim()) found[name] = one;
  }
  return found;
}

/** A link to the same page with other query values; empty and missing ones leave the address. */
export function hrefWith(
  path: string,
  query: Record<string, string | undefined>,
  change: Record<string, string | undefined>,
): string {
  const next = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...query, ...change })) {
    if (value) next.set(name, value);
  }
  return next.size > 0 ? `${path}?${next}` : path;
}
