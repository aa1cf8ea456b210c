import { zip } from '@/lib/archives/zip';

/** A zip of texts by name, in the form that spreadsheets have. */
export async function zipOf(parts: Record<string, string>): Promise<Blob> {
  async function* entries() {
    for (const [name, text] of Object.entries(parts)) yield { name, data: once(text) };
  }
  return await blobOf(zip(entries(), 'classic'));
}

/** Bytes as a file that can be read again and again. */
export async function blobOf(bytes: AsyncIterable<Uint8Array>): Promise<Blob> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for await (const piece of bytes) pieces.push(new Uint8Array(piece));
  return new Blob(pieces);
}

async function* once(text: string) {
  yield text;
}

const relations = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

interface Raw {
  /** XML inside `sheetData`, by sheet; a name that begins with `!` is hidden. */
  sheets: Record<string, string>;
  sharedStrings?: string;
  styles?: string;
  workbookPr?: string;
}

/** A workbook out of XML as programs write it. */
export function rawWorkbook({ sheets, sharedStrings, styles, workbookPr = '' }: Raw) {
  const names = Object.keys(sheets);
  const link = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
  const list = names.map((name, at) => {
    const state = name.startsWith('!') ? ' state="hidden"' : '';
    return `<sheet name="${name.replace('!', '')}" sheetId="${at + 1}"${state} r:id="s${at}"/>`;
  });
  return zipOf({
    '_rels/.rels': `<Relationships ${relations}>${link('a', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook ${main} xmlns:r="${office}">${workbookPr}<sheets>${list.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships ${relations}>${names
      .map((_, at) => link(`s${at}`, 'worksheet', `worksheets/sheet${at}.xml`))
      .join(
        '',
      )}${link('st', 'styles', '/xl/styles.xml')}${link('ss', 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
    ...Object.fromEntries(
      names.map((name, at) => [
        `xl/worksheets/sheet${at}.xml`,
        `<worksheet ${main}><sheetData>${sheets[name]}</sheetData></worksheet>`,
      ]),
    ),
    ...(sharedStrings && { 'xl/sharedStrings.xml': `<sst ${main}>${sharedStrings}</sst>` }),
    ...(styles && { 'xl/styles.xml': `<styleSheet ${main}>${styles}</styleSheet>` }),
  });
}
