import { type ZipEntry, zip } from '@/lib/archives/zip';
import { serialOfDay } from './serial-days';
import { encodeText } from './strings';

/** What a cell can hold; `day` is `YYYY-MM-DD`. */
export type CellValue = string | number | boolean | null | { day: string };

export interface SheetToWrite {
  name: string;
  /** Headings of the columns and their widths in characters. */
  columns: readonly { name: string; width: number }[];
  /** Rows in batches, each as long as `columns`. */
  rows: AsyncIterable<readonly (readonly CellValue[])[]>;
}

/** Rows a sheet can hold below its headings. */
export const maxSheetRows = 1_048_575;

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
export const workbookType = `${sheetType}.sheet`;

/** Places in the list of styles below. */
const heading = 1;
const day = 2;

/** A workbook of one sheet, piece by piece; no cell of it can run, whatever its text. */
export const workbookOf = (sheet: SheetToWrite): AsyncGenerator<Uint8Array> =>
  zip(partsOf(sheet), 'classic');

async function* partsOf(sheet: SheetToWrite): AsyncGenerator<ZipEntry> {
  yield { name: '[Content_Types].xml', data: once(contentTypes) };
  yield { name: '_rels/.rels', data: once(relations([['officeDocument', 'xl/workbook.xml']])) };
  yield { name: 'xl/workbook.xml', data: once(workbook(sheet.name)) };
  const inside: [string, string][] = [
    ['worksheet', 'worksheets/sheet1.xml'],
    ['styles', 'styles.xml'],
  ];
  yield { name: 'xl/_rels/workbook.xml.rels', data: once(relations(inside)) };
  yield { name: 'xl/styles.xml', data: once(styles) };
  yield { name: 'xl/worksheets/sheet1.xml', data: sheetXml(sheet) };
}

async function* once(text: string) {
  yield text;
}

const contentTypes = `${head}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${sheetType}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${sheetType}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${sheetType}.styles+xml"/></Types>`;

const relations = (targets: readonly [type: string, target: string][]) =>
  `${head}<Relationships xmlns="${packaged}/relationships">${targets
    .map(
      ([type, target], at) =>
        `<Relationship Id="rId${at + 1}" Type="${office}/${type}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`;

const workbook = (name: string) =>
  `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${attribute(sheetName(name))}" sheetId="1" r:id="rId1"/></sheets></workbook>`;

// At most 31 characters, none of those that formulas give a meaning.
const sheetName = (name: string) =>
  name
    .replace(/[\\/?*:[\]\p{C}]/gu, ' ')
    .replace(/^'+|'+$/g, '')
    .trim()
    .slice(0, 31)
    .trim() || 'Records';

const attribute = (text: string) => encodeText(text).replaceAll('"', '&quot;');

const styles = `${head}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`;

async function* sheetXml({ columns, rows }: SheetToWrite): AsyncGenerator<string> {
  const widths = columns
    .map(
      ({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
    )
    .join('');
  yield `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>${widths ? `<cols>${widths}</cols>` : ''}<sheetData>`;
  yield `<row r="1">${columns.map(({ name }) => textCell(name, ` s="${heading}"`)).join('')}</row>`;
  let row = 1;
  for await (const batch of rows) {
    let text = '';
    for (const cells of batch) {
      row++;
      text += `<row r="${row}">${rowXml(cells, row)}</row>`;
    }
    yield text;
  }
  yield '</sheetData></worksheet>';
}

function rowXml(cells: readonly CellValue[], row: number): string {
  let text = '';
  for (let at = 0; at < cells.length; at++) {
    const value = cells[at] ?? null;
    if (value !== null && value !== '') text += cellXml(value, ` r="${columnName(at)}${row}"`);
  }
  return text;
}

function cellXml(value: NonNullable<CellValue>, place: string): string {
  if (typeof value === 'number') return `<c${place}><v>${value}</v></c>`;
  if (typeof value === 'boolean') return `<c${place} t="b"><v>${value ? 1 : 0}</v></c>`;
  if (typeof value === 'string') return textCell(value, place);
  const serial = serialOfDay(value.day);
  return serial === null
    ? textCell(value.day, place)
    : `<c${place} s="${day}"><v>${serial}</v></c>`;
}

const textCell = (text: string, attributes: string) =>
  `<c${attributes} t="inlineStr"><is><t xml:space="preserve">${encodeText(text)}</t></is></c>`;

const names: string[] = [];

/** `A`, `B`, ... `Z`, `AA` ... */
function columnName(at: number): string {
  names[at] ??=
    (at >= 26 ? columnName(Math.floor(at / 26) - 1) : '') + String.fromCharCode(65 + (at % 26));
  return names[at];
}
