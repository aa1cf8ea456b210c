import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../ports.mjs';
import { neutralEnv } from '../process-env.mjs';
import { root } from '../settings.mjs';

const unpacked = join(root, '.build/nginx');
const usual = [
  '/usr/sbin/nginx',
  '/usr/bin/nginx',
  '/usr/local/bin/nginx',
  '/opt/homebrew/bin/nginx',
  join(unpacked, 'usr/sbin/nginx'),
];

/**
 * An nginx that runs on this machine, as a path: the one NGINX_PATH names, an installed one, or
 * Debian's, unpacked into `.build` without installing it. Throws one sentence when there is none.
 */
function findNginx() {
  const given = process.env.NGINX_PATH;
  const found = (given ? [given] : usual).find(runs) ?? (given ? undefined : fromDebian());
  if (found) return found;
  throw new Error('No shared HTTP cache works here: install nginx or set NGINX_PATH to one.');
}

const runs = (path) =>
  existsSync(path) && spawnSync(path, ['-v'], { timeout: 10_000 }).status === 0;

function fromDebian() {
  if (!existsSync('/etc/debian_version')) return undefined;
  rmSync(unpacked, { recursive: true, force: true });
  mkdirSync(unpacked, { recursive: true });
  const options = { cwd: unpacked, stdio: 'ignore', timeout: 300_000 };
  const download = () => spawnSync('apt-get', ['download', 'nginx'], options).status === 0;
  if (!download()) {
    spawnSync('apt-get', ['update'], options);
    download();
  }
  const archive = readdirSync(unpacked).find((name) => name.endsWith('.deb'));
  if (archive) spawnSync('dpkg-deb', ['-x', archive, '.'], options);
  return usual.find(runs);
}

/**
 * Starts a shared cache in front of `upstream`, a port on loopback, as one that serves many sites
 * comes from its package: it keeps whatever it is not told to leave alone. Its keys name the host
 * unless `keyed` says otherwise; with `careless` it keeps what it was told not to, which is a fault
 * of its own. Each answer says in `x-cache` whether it was kept. Resolves to `{ port, stop() }`.
 * @param {{ upstream: number, port?: number, keyed?: string, careless?: boolean }} options
 */
export async function startSharedCache({
  upstream,
  port: wanted,
  keyed = '$scheme$http_host$request_uri',
  careless = false,
}) {
  const nginx = findNginx();
  const folder = mkdtempSync(join(tmpdir(), 'rowhouse-cache-'));
  const port = wanted ?? (await freePort());
  const settings = configuration({ folder, port, upstream, keyed, careless });
  const file = join(folder, 'nginx.conf');
  writeFileSync(file, settings);
  const child = spawn(nginx, ['-p', folder, '-c', file, '-e', join(folder, 'error.log')], {
    env: neutralEnv(),
    stdio: 'ignore',
  });
  const ended = new Promise((done) => child.once('exit', done));
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  if (await answers(port, () => child.exitCode === null)) return { port, stop };
  await stop();
  throw new Error('The shared cache did not start.');
}

const configuration = ({ folder, port, upstream, keyed, careless }) => `
${process.getuid?.() === 0 ? 'user root;' : ''}
daemon off;
worker_processes 1;
pid ${folder}/nginx.pid;
events { worker_connections 1024; }
http {
  access_log off;
  client_body_temp_path ${folder}/body;
  proxy_temp_path ${folder}/temp;
  fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
  proxy_cache_path ${folder}/kept levels=1:2 keys_zone=kept:10m max_size=200m inactive=10m;
  client_max_body_size 0;
  large_client_header_buffers 8 32k;
  merge_slashes off;
  server {
    listen 127.0.0.1:${port} default_server;
    location / {
      proxy_pass http://127.0.0.1:${upstream};
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_set_header Host $http_host;
      proxy_buffer_size 32k;
      proxy_buffers 16 32k;
      proxy_busy_buffers_size 64k;
      proxy_request_buffering off;
      proxy_read_timeout 150s;
      proxy_next_upstream off;
      proxy_cache kept;
      proxy_cache_key ${keyed};
      proxy_cache_valid any 10m;
      ${careless ? 'proxy_ignore_headers Cache-Control Expires Vary Set-Cookie;' : ''}
      add_header x-cache $upstream_cache_status always;
    }
  }
}
`;

async function answers(port, isAlive) {
  const until = Date.now() + 30_000;
  while (isAlive() && Date.now() < until) {
    if (await connects(port)) return true;
    await pause(50);
  }
  return false;
}

const connects = (port) =>
  new Promise((done) => {
    const socket = createConnection({ port, host: '127.0.0.1' });
    socket.once('connect', () => done(true)).once('error', () => done(false));
    socket.once('connect', () => socket.destroy());
  });
