const protocol3 = 196_608;

/** The login named by a Postgres startup packet, undefined while incomplete. Throws for anything else. */
export function readStartup(buffer: Buffer): { user: string; database: string } | undefined {
  if (buffer.length < 8) return undefined;
  const length = buffer.readInt32BE(0);
  if (length < 8 || length > 10_000 || buffer.readInt32BE(4) !== protocol3) {
    throw new Error('not a startup packet');
  }
  if (buffer.length < length) return undefined;
  const words = buffer.toString('utf8', 8, length).split('\0');
  const settings = new Map<string, string>();
  for (let i = 0; i + 1 < words.length; i += 2) settings.set(words[i] ?? '', words[i + 1] ?? '');
  const user = settings.get('user') ?? '';
  return { user, database: settings.get('database') ?? user };
}
