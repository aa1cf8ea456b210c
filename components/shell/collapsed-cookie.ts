/** Remembers on this device whether the sidebar is collapsed: `1` or absent. */
export const collapsedCookie = 'sidebar-collapsed';

export function rememberCollapsed(collapsed: boolean): void {
  const life = collapsed ? 'max-age=31536000' : 'max-age=0';
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Firefox and Safari
  document.cookie = `${collapsedCookie}=1; path=/; samesite=lax; ${life}`;
}
