/**
 * A path of this host to return to, or `/` for anything that could lead elsewhere: other schemes,
 * `//host`, backslashes, control characters, or the sign-in pages themselves.
 */
export function safePath(wanted: string | null | undefined): string {
  if (!wanted || wanted.length > 1000 || !/^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(wanted))
    return '/';
  const { origin, pathname, search, hash } = new URL(wanted, 'http://host.invalid');
  if (origin !== 'http://host.invalid' || pathname.startsWith('//')) return '/';
  return /^\/(sign-in|arrive|switch|api)(\/|$)/.test(pathname) ? '/' : pathname + search + hash;
}
