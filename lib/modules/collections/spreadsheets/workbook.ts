import { type NumberStyle, readStyles } from './styles';
import { type Attributes, scanXml } from './xml';
import { listParts, readPart, unreadable, type ZipPart } from './zip-file';

/** A workbook whose sheets can be read, any number of times. */
export interface Workbook {
  /** Names of the sheets that people see, in their order. */
  sheets: string[];
  /** True where days are counted from 1904. */
  since1904: boolean;
  /** How each style shows its numbers, by its place. */
  styles: (NumberStyle | null)[];
  /** XML of a sheet. Throws `invalid` for a name that is none. */
  sheet(name: string): AsyncGenerator<Uint8Array>;
  /** XML of the texts that sheets share; null when there are none. */
  sharedStrings(): AsyncGenerator<Uint8Array> | null;
}

const mega = 1024 * 1024;
const limits = { outline: 8 * mega, styles: 32 * mega, strings: 96 * mega, sheet: 384 * mega };

/**
 * Opens an Excel workbook (Office Open XML, as Excel, LibreOffice, Numbers and Google Sheets write it)
 * from its directory; sheets are read later, piece by piece. Throws `invalid` for anything else.
 */
export async function openWorkbook(file: Blob): Promise<Workbook> {
  const parts = await listParts(file);
  const main = await mainPart(file, parts);
  const relations = await relationsOf(file, parts, main);
  const outline = await outlineOf(file, mustHave(parts, main));
  const kind = (name: string) =>
    [...relations.values()].find(({ type }) => type.endsWith(`/${name}`));
  const styles = parts.get(kind('styles')?.target ?? '');
  const strings = parts.get(kind('sharedStrings')?.target ?? '');
  const sheets = outline.sheets.flatMap(({ name, id, hidden }) => {
    const part = parts.get(relations.get(id)?.target ?? '');
    const shown = part && !hidden && relations.get(id)?.type.endsWith('/worksheet');
    return shown ? [{ name, part }] : [];
  });
  if (sheets.length === 0) throw unreadable('This workbook has no sheet to read.');
  for (const { part } of sheets) refuseEarly(part, limits.sheet);
  return {
    sheets: sheets.map(({ name }) => name),
    since1904: outline.since1904,
    styles: styles ? await readStyles(readPart(file, styles, limits.styles)) : [],
    sheet(name) {
      const found = sheets.find((one) => one.name === name);
      if (!found) throw unreadable(`This workbook has no sheet ${name}.`);
      return readPart(file, found.part, limits.sheet);
    },
    sharedStrings: () => (strings ? readPart(file, strings, limits.strings) : null),
  };
}

// Nobody should map columns first and then hear that the file is too large.
function refuseEarly({ sizeBytes }: ZipPart, maxBytes: number) {
  if (sizeBytes > maxBytes) {
    throw unreadable('This workbook is too large to read. Split it, or save it as CSV.');
  }
}

async function mainPart(file: Blob, parts: Parts): Promise<string> {
  if (parts.has('xl/workbook.bin')) {
    throw unreadable('This is a binary Excel workbook. Save it as .xlsx or CSV and try again.');
  }
  if (parts.has('content.xml')) {
    throw unreadable('This is an OpenDocument file. Save it as .xlsx or CSV and try again.');
  }
  const relations = await relationsOf(file, parts, '');
  const main = [...relations.values()].find(({ type }) => type.endsWith('/officeDocument'));
  if (!main || !/\.xml$/.test(main.target) || !/workbook/i.test(main.target)) {
    throw unreadable('This file is not an Excel workbook. Save it as .xlsx or CSV and try again.');
  }
  return main.target;
}

type Parts = ReadonlyMap<string, ZipPart>;

function mustHave(parts: Parts, name: string): ZipPart {
  const part = parts.get(name);
  if (!part) throw unreadable('This workbook is damaged. Open it, save it again and try again.');
  return part;
}

/** What a part points to, by id; targets as names of parts. */
async function relationsOf(file: Blob, parts: Parts, of: string) {
  const folder = of.slice(0, of.lastIndexOf('/') + 1);
  const found = new Map<string, { type: string; target: string }>();
  const part = parts.get(`${folder}_rels/${of.slice(folder.length)}.rels`);
  if (!part) return found;
  await scanXml(readPart(file, part, limits.outline), {
    open(name, { Id, Type, Target }) {
      if (name !== 'Relationship' || !Id || !Type || !Target) return;
      found.set(Id, { type: Type, target: resolved(folder, Target) });
    },
  });
  return found;
}

const resolved = (folder: string, target: string) =>
  decodeURI(new URL(target, `zip:/${folder}`).pathname.slice(1));

interface Outline {
  sheets: { name: string; id: string; hidden: boolean }[];
  since1904: boolean;
}

async function outlineOf(file: Blob, part: ZipPart): Promise<Outline> {
  const outline: Outline = { sheets: [], since1904: false };
  await scanXml(readPart(file, part, limits.outline), {
    open(name, attributes) {
      if (name === 'workbookPr') outline.since1904 = isTrue(attributes.date1904);
      if (name !== 'sheet') return;
      const hidden = /hidden/i.test(attributes.state ?? '');
      outline.sheets.push({ name: attributes.name ?? '', id: relationId(attributes), hidden });
    },
  });
  return outline;
}

// The prefix of the namespace is the writer's choice.
const relationId = (attributes: Attributes) =>
  Object.entries(attributes).find(([name]) => /:id$/.test(name))?.[1] ?? '';

const isTrue = (value: string | undefined) => value === '1' || value === 'true';
