import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import ts from 'typescript';
import { bundleOptions } from '../bundle.mjs';
import { nodeFlags } from '../processes/child.mjs';
import { root } from '../settings.mjs';
import type { ProofContext } from '../testing/proof';

export const name = 'undeclared-permission';

const entry = 'lib/doors/rest.ts';

const declaration = (permission: string) => `
  name: 'bare.open', summary: 'Opens a thing', method: 'GET', path: '/bare', ${permission}
  plane: 'none', input: Nothing, output: Nothing`;

/** Routers to start with: what stands before the product's own operations, and what it must say. */
const starts: { title: string; planted: string; refusal: RegExp | null }[] = [
  { title: 'as it is', planted: '', refusal: null },
  {
    title: 'with a guarded operation more',
    planted: `bare: { open: procedure({${declaration(`permission: 'public',`)} }, async () => ({})) },`,
    refusal: null,
  },
  {
    title: 'with an operation that declares nothing',
    planted: `bare: { open: os.route({ path: '/bare' }).handler(async () => ({})) },`,
    refusal: /without name, permission and plane/,
  },
  {
    title: 'with a permission left out past the compiler',
    planted: `bare: { open: procedure({${declaration('')} } as never, async () => ({})) },`,
    refusal: /bare\.open asks for undefined/,
  },
  {
    title: 'with a permission nobody declares',
    planted: `bare: { open: procedure({${declaration(`permission: 'made.up',`)} }, async () => ({})) },`,
    refusal: /bare\.open asks for made\.up/,
  },
];

/** Deny by default: an operation that does not say who may call it neither compiles nor starts. */
export async function run({ scratch, claim }: ProofContext) {
  const complaints = {
    with: compile(scratch, `permission: 'public',`),
    without: compile(scratch, ''),
  };
  claim({
    name: 'undeclared permission, compiler',
    figure: `with: ${complaints.with.length} errors; without: ${complaints.without.join('; ').slice(0, 160)}`,
    bound: 'compiles with, names the permission without',
    ok: complaints.with.length === 0 && /'?permission'?/.test(complaints.without.join()),
  });
  const wrong: string[] = [];
  for (const { title, planted, refusal } of starts) {
    const { status, stderr } = await load(
      planted,
      join(root, '.build', `undeclared-${process.pid}.mjs`),
    );
    const right = refusal ? status !== 0 && refusal.test(stderr) : status === 0;
    if (!right) wrong.push(`${title}: ended with ${status} ${stderr.slice(0, 300)}`);
  }
  claim({
    name: 'undeclared permission, start',
    figure: wrong.join('; ') || `${starts.length} routers loaded, 3 of them refused`,
    bound: 'guarded ones load, others stop the start',
    ok: wrong.length === 0,
  });
}

/** What the compiler says of one declaration. */
function compile(folder: string, permission: string): string[] {
  const file = join(folder, permission ? 'with.ts' : 'without.ts');
  writeFileSync(
    file,
    `import { procedure } from '@/lib/doors/procedure';
     import { Nothing } from '@/lib/identity/shapes';
     export const open = procedure({${declaration(permission)} }, async () => ({}));`,
  );
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [] }, ts.sys, root);
  const program = ts.createProgram([file], { ...options, noEmit: true, incremental: false });
  return [
    ...program.getSemanticDiagnostics(program.getSourceFile(file)),
    ...program.getSyntacticDiagnostics(program.getSourceFile(file)),
  ].map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
}

/** Loads the REST door over the product's router with something planted in it. */
async function load(planted: string, outfile: string) {
  const { outdir: _, splitting: __, chunkNames: ___, plugins, ...rest } = bundleOptions([entry]);
  const only = { entryPoints: [entry], outfile, plugins: [...plugins, plant(planted)] };
  await build({ ...rest, ...only } as BuildOptions);
  try {
    return spawnSync(process.execPath, [...nodeFlags, outfile], { encoding: 'utf8', cwd: root });
  } finally {
    for (const file of [outfile, `${outfile}.map`]) rmSync(file, { force: true });
  }
}

const plant = (planted: string) => ({
  name: 'plant',
  setup(to: { onLoad(at: { filter: RegExp }, load: (at: { path: string }) => object): void }) {
    to.onLoad({ filter: /\/lib\/router\.ts$/ }, ({ path }) => ({
      loader: 'ts',
      resolveDir: join(root, 'lib'),
      contents: `import { os } from '@orpc/server';
        import { procedure } from '@/lib/doors/procedure';
        import { Nothing } from '@/lib/identity/shapes';
        void [os, procedure, Nothing];
        ${readFileSync(path, 'utf8').replace('export const router = {', `export const router = { ${planted}`)}`,
    }));
  },
});
