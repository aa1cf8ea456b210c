interface Ours {
  planId: string;
  version: number;
}

/** Whether prices at Stripe, by their keys, are those of the version that ours is of, and of no other. */
export function fits({ planId, version }: Ours, items: readonly { key: string }[]): boolean {
  const named = items.filter(({ key }) => key.startsWith('rowhouse.'));
  const isOwn = (key: string) => `${key}.`.startsWith(`rowhouse.${planId}.${version}.`);
  return named.length > 0 && named.every(({ key }) => isOwn(key));
}
