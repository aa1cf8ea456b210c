import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { bundle } from './bundle.mjs';
import { nodeFlags } from './processes/child.mjs';
import { root } from './settings.mjs';

test('plain Node runs a bundle that uses our alias, Next’s request modules and our scripts', async () => {
  const { entry, outputs } = await bundled(`
    import 'server-only';
    import NextAuth from 'next-auth';
    import { headers } from 'next/headers';
    import { AppError } from '@/lib/errors';
    import { root } from '../../scripts/settings.mjs';
    console.log(typeof NextAuth, typeof headers, new AppError('limit', 'x').code, root);`);
  const printed = execFileSync(process.execPath, [...nodeFlags, outputs[entry] ?? '']);
  expect(printed.toString().trim()).toBe(`function function limit ${root}`);
});

test('an output that stays the same is not written again', async () => {
  const { entry, outputs } = await bundled(`console.log('same');`);
  const before = statSync(outputs[entry] ?? '').mtimeMs;
  await bundle([entry]);
  expect(statSync(outputs[entry] ?? '').mtimeMs).toBe(before);
});

test('a packed package is not copied in', async () => {
  const { entry, outputs } = await bundled(`import pg from 'pg'; console.log(pg.Client);`);
  expect(readFileSync(outputs[entry] ?? '', 'utf8')).toContain(`from "pg"`);
});

async function bundled(text: string) {
  const folder = mkdtempSync(join(makeBuildFolder(), 'trial-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const entry = relative(root, join(folder, 'entry.ts'));
  writeFileSync(join(root, entry), text);
  const outputs: Record<string, string> = await bundle([entry]);
  onTestFinished(() => {
    for (const file of Object.values(outputs)) rmSync(join(file, '..'), { recursive: true });
  });
  return { entry, outputs };
}

function makeBuildFolder() {
  const folder = join(root, '.build');
  mkdirSync(folder, { recursive: true });
  return folder;
}
