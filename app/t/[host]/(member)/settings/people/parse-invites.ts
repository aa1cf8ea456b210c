import { addressesOf, cellsOf } from './invite-cells';

/** One invitation as it was written down. */
export interface WrittenInvite {
  /** The address; of a line without one, what stands there instead. */
  email: string;
  name: string;
  roleId: string;
  /** What was written for a role; empty for the usual one. */
  roleWord: string;
  /** Why it cannot be sent as it stands. */
  trouble: 'no_address' | 'no_role' | 'twice' | null;
}

/** A role that may be given, by all the words it goes by. */
export interface InviteRole {
  id: string;
  words: readonly string[];
}

/**
 * Reads pasted text as invitations. With a first line that names columns (`email,name,role`) it is
 * CSV; else each line holds an address with a name and a role behind it, or several addresses, also
 * as `Name <address>`. Every line becomes one or more rows, so that nothing is left out unseen. The
 * server judges the addresses.
 */
export function parseInvites(text: string, roles: InviteRole[], roleId: string): WrittenInvite[] {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim());
  const columns = columnsOf(cellsOf(lines[0] ?? ''));
  const written = columns
    ? lines.slice(1).map((line) => readColumns(line, columns))
    : lines.flatMap((line) => readLine(line, roles));
  return judged(written, roles, roleId);
}

type Read = Pick<WrittenInvite, 'email' | 'name' | 'roleWord'>;
type Columns = Record<'email' | 'name' | 'role', number>;

const headers = {
  email: /^(e-?mail|mail|(e-?mail )?address|이메일|메일|(이메일|메일) ?주소)$/i,
  name: /^(name|full ?name|이름|성명)$/i,
  role: /^(role|역할|권한)$/i,
};

function columnsOf(cells: string[]): Columns | null {
  const at = (kind: keyof typeof headers) => cells.findIndex((cell) => headers[kind].test(cell));
  const columns = { email: at('email'), name: at('name'), role: at('role') };
  return columns.email < 0 ? null : columns;
}

function readColumns(line: string, columns: Columns): Read {
  const cells = cellsOf(line);
  const cell = cells[columns.email];
  if (!cell) return { email: line.trim(), name: '', roleWord: '' };
  const [found] = addressesOf(cell);
  return {
    email: found?.email ?? cell,
    name: cells[columns.name] || found?.name || '',
    roleWord: cells[columns.role] ?? '',
  };
}

function readLine(line: string, roles: InviteRole[]): Read[] {
  const cells = cellsOf(line);
  const found = cells.flatMap(addressesOf);
  const words = cells.filter((cell) => cell && !cell.includes('@'));
  const [only] = found;
  if (!only) return [{ email: line.trim(), name: '', roleWord: '' }];
  const last = words.at(-1) ?? '';
  const named = findRole(roles, last) !== undefined;
  if (found.length === 1) {
    // A word alone behind an address is its name; behind a name it can only mean a role.
    const isRole = named || words.length > 1 || (words.length === 1 && only.name !== '');
    const name = (isRole ? words.slice(0, -1) : words).join(' ');
    return [{ email: only.email, name: name || only.name, roleWord: isRole ? last : '' }];
  }
  const strays = named ? words.slice(0, -1) : words;
  return [
    ...found.map((one) => ({ ...one, roleWord: named ? last : '' })),
    ...strays.map((email) => ({ email, name: '', roleWord: '' })),
  ];
}

function judged(written: Read[], roles: InviteRole[], roleId: string): WrittenInvite[] {
  const seen = new Set<string>();
  return written.map((one) => {
    const key = one.email.toLowerCase();
    const role = one.roleWord ? findRole(roles, one.roleWord) : roleId;
    const invite = { ...one, roleId: role ?? roleId };
    if (!key.includes('@')) return { ...invite, trouble: 'no_address' };
    if (seen.has(key)) return { ...invite, trouble: 'twice' };
    seen.add(key);
    return { ...invite, trouble: role === undefined ? 'no_role' : null };
  });
}

const findRole = (roles: InviteRole[], word: string) =>
  roles.find(({ words }) => words.some((own) => own.toLowerCase() === word.toLowerCase()))?.id;
