/** Whether a sender's address lies at the platform's own domain, by which people see whose house it is. */
export function namesPlatform(sender: string, rootDomain: string): boolean {
  const domain = (/@([^\s>]+)/.exec(sender)?.[1] ?? '').toLowerCase();
  const root = rootDomain.toLowerCase();
  return domain !== '' && (isWithin(domain, root) || isWithin(root, domain));
}

const isWithin = (name: string, other: string) => name === other || name.endsWith(`.${other}`);
