/** Names of connections: what rows of the control plane point at, so they outlive a change of URL. */
const nameShape = /^[a-z][a-z0-9-]{0,30}$/;
const reserved = /^(primary$|embedded-)/;
const mostEmbedded = 8;

const shape = '{"east":"postgres://user:password@host:port/database"}';

/**
 * Further Postgres servers: `shardUrls` (admin URL by connection name, from SHARD_URLS),
 * `embeddedShards` (how many servers of our own to start beside the first) and `complaints`.
 */
export function readShardSettings(env) {
  const embedded = Number(env.EMBEDDED_SHARDS || 0);
  const { shardUrls = {}, complaint } = parseUrls(env.SHARD_URLS);
  const complaints = [complaint, wrongCount(env.EMBEDDED_SHARDS, embedded)];
  if (!complaint)
    complaints.push(...Object.entries(shardUrls).map(wrongShard), twins(shardUrls, env));
  return { shardUrls, embeddedShards: embedded, complaints: complaints.filter(Boolean) };
}

/** Names of the connections to embedded servers. */
export const embeddedNames = (count) =>
  Array.from({ length: count }, (_, index) => `embedded-${index + 1}`);

function parseUrls(text) {
  if (!text) return {};
  const complaint = `SHARD_URLS must be JSON that gives each connection a URL, such as ${shape}.`;
  try {
    const shardUrls = JSON.parse(text);
    const isMap = typeof shardUrls === 'object' && shardUrls !== null && !Array.isArray(shardUrls);
    return isMap ? { shardUrls } : { complaint };
  } catch {
    return { complaint };
  }
}

function wrongCount(given, count) {
  if (!given || (/^\d+$/.test(given) && count <= mostEmbedded)) return undefined;
  return `EMBEDDED_SHARDS must be a whole number from 0 to ${mostEmbedded}, but is "${given}".`;
}

function wrongShard([name, url]) {
  if (!nameShape.test(name) || reserved.test(name))
    return `SHARD_URLS names a connection "${name}": use small letters, digits and dashes, not "primary" and nothing that begins with "embedded-".`;
  const valid = typeof url === 'string' && URL.canParse(url);
  const { protocol, username, hostname } = valid ? new URL(url) : {};
  if (valid && /^postgres(ql)?:$/.test(protocol) && username && hostname) return undefined;
  return `SHARD_URLS must give "${name}" a URL like postgres://user:password@host:port/database.`;
}

/** Two names for one server would be two shards over the same tables. */
function twins(shardUrls, env) {
  const seen = new Map(env.DATABASE_URL ? [[serverOf(env.DATABASE_URL), 'DATABASE_URL']] : []);
  for (const [name, url] of Object.entries(shardUrls)) {
    const server = serverOf(url);
    const other = server && seen.get(server);
    if (other) return `SHARD_URLS."${name}" names the same server as ${other}.`;
    seen.set(server, `SHARD_URLS."${name}"`);
  }
  return undefined;
}

function serverOf(url) {
  if (typeof url !== 'string' || !URL.canParse(url)) return undefined;
  const { hostname, port } = new URL(url);
  return `${hostname}:${port || 5432}`;
}
