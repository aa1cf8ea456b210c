import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BuildOptions, build } from 'esbuild';
import type { House } from '@/lib/doors/matrix/house';
import type { Subject } from '@/lib/doors/matrix/subject';
import { bundleOptions } from '../bundle.mjs';
import { root } from '../settings.mjs';
import { pathOf, routesOf } from './pages';
import type { Sent } from './web';

export interface BuiltAction {
  /** What a browser sends as Next-Action. */
  id: string;
  name: string;
  /** Route of a page that carries it. */
  route: string;
  /** The operation behind it; null when it is written by hand. */
  subject: Subject | null;
}

interface Listed {
  filename: string;
  exportedName: string;
  workers: Record<string, unknown>;
}

/** Every server action of the build, on one page that carries it. */
export async function actionsOf(subjects: Subject[]): Promise<BuiltAction[]> {
  const manifest = join(root, '.next/server/server-reference-manifest.json');
  const { node } = JSON.parse(readFileSync(manifest, 'utf8')) as { node: Record<string, Listed> };
  const routes = routesOf();
  const names = await operationsOf([...new Set(Object.values(node).map((one) => one.filename))]);
  return Object.entries(node).map(([id, { filename, exportedName, workers }]) => {
    const [page = ''] = Object.keys(workers);
    const operation = names.get(`${filename}#${exportedName}`);
    const subject = subjects.find(({ meta }) => meta.name === operation) ?? null;
    return { id, name: exportedName, route: routes[page.replace(/^app/, '')] ?? '', subject };
  });
}

type Exports = Record<string, { '~orpc'?: { meta: { name: string } } }>;

/** The operation behind each exported action, by `file#export`, for those made of one alone. */
async function operationsOf(files: string[]): Promise<Map<string, string>> {
  const outfile = join(root, '.build', `actions-${process.pid}.mjs`);
  const {
    outdir: _,
    splitting: __,
    chunkNames: ___,
    entryPoints: ____,
    ...rest
  } = bundleOptions([]);
  const contents = files.map((file, at) => `export * as file${at} from '@/${file}';`).join('\n');
  const only = { stdin: { contents, resolveDir: root }, outfile, sourcemap: false };
  try {
    await build({ ...rest, ...only, plugins: [...rest.plugins, bare] } as BuildOptions);
    const loaded = (await import(pathToFileURL(outfile).href)) as Record<string, Exports>;
    return new Map(
      files.flatMap((file, at) =>
        Object.entries(loaded[`file${at}`] ?? {}).flatMap(([name, made]) => {
          const operation = made['~orpc']?.meta.name;
          return operation ? [[`${file}#${name}`, operation] as const] : [];
        }),
      ),
    );
  } finally {
    rmSync(outfile, { force: true });
  }
}

/** Puts each operation itself where its action would be. */
const bare = {
  name: 'bare',
  setup(to: { onLoad(at: { filter: RegExp }, load: () => object): void }) {
    to.onLoad({ filter: /\/lib\/doors\/action\.ts$/ }, () => ({
      loader: 'ts',
      contents: `export const action = (operation) => operation;
        export const answered = () => undefined;`,
    }));
  },
};

/** The request by which a page of `house` would call an action, in the app's own tree. */
export async function actionRequest(
  { id, route }: BuiltAction,
  input: unknown,
  { house, headers }: { house: House; headers: Record<string, string> },
): Promise<Sent> {
  const request = new Request('http://localhost/', { method: 'POST', body: encoded(input) });
  return {
    method: 'POST',
    path: pathOf(route, house),
    headers: {
      ...headers,
      origin: `http://${headers['x-forwarded-host'] ?? headers.host}`,
      'next-action': id,
      'content-type': request.headers.get('content-type') ?? '',
    },
    body: Buffer.from(await request.arrayBuffer()),
  };
}

/** Arguments as React sends them: one JSON text, or a form when there are files. */
function encoded(input: unknown): string | FormData {
  const files: File[] = [];
  const text = JSON.stringify([input], (_, value: unknown) => {
    if (value instanceof File) return `$B${files.push(value).toString(16)}`;
    return typeof value === 'string' && value.startsWith('$') ? `$${value}` : value;
  });
  if (files.length === 0) return text;
  const form = new FormData();
  for (const [at, file] of files.entries()) form.append(String(at + 1), file);
  form.append('0', text);
  return form;
}
