import { gzipSync } from 'node:zlib';
import { fetchText } from './fetch-text';

export interface AskedPage {
  path: string;
  host: string;
  cookie?: string;
}

/** Kilobytes of script that a browser loads with the page, each file compressed. */
export async function scriptsOf(port: number, page: AskedPage): Promise<number> {
  const html = await fetchText({ port, ...page });
  const tags = html.match(/<script[^>]+src="[^"]+"[^>]*>/g) ?? [];
  const sources = tags
    .filter((tag) => !/\snomodule/i.test(tag))
    .map((tag) => /src="([^"]+)"/.exec(tag)?.[1] ?? '');
  let bytes = 0;
  for (const source of new Set(sources)) {
    bytes += gzipSync(await fetchText({ port, path: source, host: page.host })).length;
  }
  return bytes / 1024;
}
