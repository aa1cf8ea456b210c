let url: string | undefined;

/** Names the throw-away cluster that tests of this process may make databases on. */
export function useCluster(adminUrl: string): void {
  url = adminUrl;
}

/** Superuser URL of that cluster. Throws when nobody named one. */
export function clusterUrl(): string {
  if (!url) throw new Error('No test cluster was named: call useCluster first.');
  return url;
}
