/** Where a record was opened from: the query of its collection's page, and its place in that view. */
export interface OpenedFrom {
  query: string;
  place: number | undefined;
}

/** A record's own page; `from` lets it lead to its neighbours and back. */
export function recordAddress(collectionId: string, recordId: string, from?: OpenedFrom): string {
  const query = new URLSearchParams(from?.query);
  if (from?.place === undefined) query.delete('place');
  else query.set('place', String(from.place));
  const path = `/collections/${collectionId}/records/${recordId}`;
  return query.size > 0 ? `${path}?${query}` : path;
}
