export interface TypedInvite {
  email: string;
  roleId: string;
}

interface Role {
  id: string;
  key: string;
  name: string;
}

/**
 * Reads pasted text as invitations: one address a line, or several parted by commas, semicolons or
 * spaces; `Name <address>` as mail programs copy it; `address, role` where a line names one. Of an
 * address listed twice the last counts. The server judges addresses and says what is wrong with each.
 */
export function parseInvites(text: string, roles: Role[], roleId: string): TypedInvite[] {
  const read = text.split(/\r?\n/).flatMap((line) => readLine(line.trim(), roles, roleId));
  return [...new Map(read.map((invite) => [invite.email.toLowerCase(), invite])).values()];
}

function readLine(line: string, roles: Role[], roleId: string): TypedInvite[] {
  if (!line) return [];
  const parts = line.split(/[,;\t]+/).map((part) => part.trim());
  const named = parts.length > 1 ? findRole(roles, parts.at(-1) ?? '') : undefined;
  const addresses = (named ? parts.slice(0, -1) : parts).flatMap(addressesOf);
  return addresses.map((email) => ({ email, roleId: named?.id ?? roleId }));
}

const findRole = (roles: Role[], word: string) =>
  roles.find(({ key, name }) => [key, name.toLowerCase()].includes(word.toLowerCase()));

function addressesOf(part: string): string[] {
  const bracketed = [...part.matchAll(/<([^<>\s]+)>/g)].map((match) => match[1] ?? '');
  return bracketed.length > 0 ? bracketed : part.split(/\s+/).filter(Boolean);
}
