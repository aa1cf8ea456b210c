import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Answer, ask } from './ask';
import { product } from './places';

/** Asks the console's API with the command line's token; with `json` as a POST unless said otherwise. */
export async function askStaff(path: string, json?: unknown, method?: string): Promise<Answer> {
  const token = (await readFile(join(product().dataDir, 'staff-token'), 'utf8')).trim();
  const headers = { authorization: `Bearer ${token}` };
  return await ask('console', path, {
    headers,
    ...(json !== undefined && { json }),
    ...(method && { method }),
  });
}
