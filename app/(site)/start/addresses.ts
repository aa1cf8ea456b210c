/** E-mail addresses in pasted text: one a line, or with commas, semicolons or names around them. */
export function addressesIn(text: string): string[] {
  const found = text
    .split(/[\s,;]+/)
    .map((word) => word.replace(/^[<("']+|[>)"']+$/g, ''))
    .filter((word) => word.includes('@'));
  return [...new Map(found.map((address) => [address.toLowerCase(), address])).values()];
}
