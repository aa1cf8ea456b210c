import { dayOfSerial, timeOfSerial } from './serial-days';
import { decodeEscapes, readStrings } from './strings';
import type { Workbook } from './workbook';
import { type Attributes, readXml } from './xml';

/** An error that a formula gave, such as `#DIV/0!`. */
export class CellError {
  constructor(readonly code: string) {}
  toString() {
    return this.code;
  }
}

export type SheetCell = string | number | boolean | CellError | null;

export interface SheetRow {
  /** As the spreadsheet counts, from 1. */
  row: number;
  cells: SheetCell[];
}

const maxColumns = 16_384;

/**
 * The rows of a sheet that hold anything, piece by piece: numbers, texts, yes and no, results of
 * formulas, days as `2024-01-31` or `2024-01-31 14:30:00`. Throws `invalid` as `openWorkbook` does.
 */
export async function* sheetRows(workbook: Workbook, name: string): AsyncGenerator<SheetRow> {
  const texts = await readStrings(workbook.sharedStrings());
  const rows: SheetRow[] = [];
  yield* readXml(workbook.sheet(name), new SheetReader(workbook, texts, rows), rows);
}

class SheetReader {
  #row = 0;
  #cells: SheetCell[] = [];
  #column = -1;
  #cell: { type: string; style: number } = { type: 'n', style: 0 };
  #text = '';
  #taking = false;
  #reading = 0;

  constructor(
    readonly workbook: Workbook,
    readonly texts: readonly string[],
    readonly rows: SheetRow[],
  ) {}

  open = (name: string, attributes: Attributes) => {
    if (name === 'c') this.#openCell(attributes);
    else if (name === 'v' || (name === 't' && this.#reading === 0)) this.#taking = true;
    else if (name === 'rPh') this.#reading++;
    else if (name === 'row') {
      const row = Number(attributes.r);
      this.#row = row > this.#row ? row : this.#row + 1;
      this.#cells = [];
      this.#column = -1;
    }
  };

  text = (text: string) => {
    if (this.#taking) this.#text += text;
  };

  close = (name: string) => {
    if (name === 'v' || name === 't') this.#taking = false;
    else if (name === 'rPh') this.#reading--;
    else if (name === 'c') this.#closeCell();
    else if (name === 'row' && this.#cells.length > 0) {
      this.rows.push({ row: this.#row, cells: this.#cells });
    }
  };

  #openCell({ r, t, s }: Attributes) {
    this.#column = r ? columnOf(r) : this.#column + 1;
    this.#cell = { type: t ?? 'n', style: Number(s ?? 0) };
    this.#text = '';
  }

  #closeCell() {
    const value = this.#value();
    if (value === null || value === '' || !(this.#column < maxColumns)) return;
    for (let at = this.#cells.length; at < this.#column; at++) this.#cells.push(null);
    this.#cells[this.#column] = value;
  }

  #value(): SheetCell {
    const text = this.#text;
    switch (this.#cell.type) {
      case 's':
        return this.texts[Number(text)] ?? null;
      case 'str':
      case 'inlineStr':
        return decodeEscapes(text);
      case 'b':
        return text === '' ? null : text === '1' || text === 'true';
      case 'e':
        return new CellError(text || '#ERROR');
      case 'd':
        return text.replace('T', ' ').replace(/ 00:00:00(\.0+)?$/, '');
      default:
        return text === '' ? null : this.#number(text);
    }
  }

  #number(text: string): SheetCell {
    const number = Number(text);
    if (!Number.isFinite(number)) return text;
    const style = this.workbook.styles[this.#cell.style];
    if (!style) return number;
    if (style.kind === 'day') return dayOfSerial(number, this.workbook.since1904) ?? number;
    if (style.kind === 'time') return timeOfSerial(number) ?? number;
    return Number.isInteger(number) && number >= 0
      ? String(number).padStart(style.digits, '0')
      : number;
  }
}

/** The column that a place such as `AB12` names, from 0. */
function columnOf(place: string): number {
  let column = 0;
  for (const char of place) {
    const digit = (char.charCodeAt(0) | 32) - 96;
    if (digit < 1 || digit > 26) break;
    column = column * 26 + digit;
  }
  return column - 1;
}
