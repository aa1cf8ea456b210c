import { describe, expect, it } from 'vitest';
import { dayOfSerial, serialOfDay, timeOfSerial } from './serial-days';
import { type SheetRow, sheetRows } from './sheet';
import { styleOfCode } from './styles';
import { blobOf, rawWorkbook, zipOf } from './testing';
import { openWorkbook } from './workbook';
import { type CellValue, workbookOf } from './write';

async function rowsOf(file: Blob, name?: string) {
  const workbook = await openWorkbook(file);
  const rows: SheetRow[] = [];
  for await (const row of sheetRows(workbook, name ?? workbook.sheets[0] ?? '')) rows.push(row);
  return rows.map(({ row, cells }) => [row, ...cells.map((cell) => shown(cell))]);
}

const shown = (cell: unknown) => (typeof cell === 'object' && cell ? String(cell) : cell);

const refusalOf = (file: Blob) =>
  openWorkbook(file).then(
    () => 'opened',
    ({ code, message }: { code: string; message: string }) => `${code}: ${message}`,
  );

describe('reading a workbook', () => {
  it('reads cells of every kind, sparse rows and texts with readings', async () => {
    const file = await rawWorkbook({
      sheets: {
        One: `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row>
          <row r="2"/><row r="5" spans="1:3">
          <c r="A5"><f>1/3</f><v>0.3333333333333333</v></c><c r="B5" t="b"><v>1</v></c>
          <c r="C5" t="e"><v>#DIV/0!</v></c><c r="D5" t="str"><f>"a"&amp;"b"</f><v>a&amp;b</v></c>
          <c r="E5" t="inlineStr"><is><r><t>in </t></r><r><t>two_x000D_
 parts</t></r></is></c><c r="XFD5" s="1"/></row>
          <row><c><v>7</v></c><c t="d"><v>2024-01-31T00:00:00</v></c></row>`,
        '!Secret': '<row><c><v>1</v></c></row>',
      },
      sharedStrings:
        '<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si><si><r><t>a</t></r><r><t xml:space="preserve"> b</t></r></si>',
    });
    expect((await openWorkbook(file)).sheets).toEqual(['One']);
    expect(await rowsOf(file)).toEqual([
      [1, '東京', null, 'a b'],
      [5, 1 / 3, true, '#DIV/0!', 'a&b', 'in two\r\n parts'],
      [6, 7, '2024-01-31'],
    ]);
  });

  it('reads numbers as their style shows them', async () => {
    const styles = `<numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;년&quot; m&quot;월&quot; d&quot;일&quot;"/><numFmt numFmtId="171" formatCode="00000"/><numFmt numFmtId="172" formatCode="[Red]0.00"/></numFmts>
      <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
      <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="20"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="172"/></cellXfs>`;
    const cells = [
      [1, '45322'],
      [2, '45322.604166666664'],
      [3, '0.75'],
      [4, '45322'],
      [5, '501'],
      [6, '12.5'],
      [1, '-4'],
      [0, '1e21'],
    ];
    const xml = `<row>${cells.map(([style, value]) => `<c s="${style}"><v>${value}</v></c>`).join('')}</row>`;
    const after1900 = await rawWorkbook({ sheets: { A: xml }, styles });
    expect(await rowsOf(after1900)).toEqual([
      [1, '2024-01-31', '2024-01-31 14:30:00', '18:00:00', '2024-01-31', '00501', 12.5, -4, 1e21],
    ]);
    const workbookPr = '<workbookPr date1904="1"/>';
    const after1904 = await rawWorkbook({
      sheets: { A: '<row><c s="1"><v>43860</v></c></row>' },
      styles,
      workbookPr,
    });
    expect(await rowsOf(after1904)).toEqual([[1, '2024-01-31']]);
  });

  it.each<[string, 'day' | 'time' | 'code' | null]>([
    ['yyyy\\-mm\\-dd', 'day'],
    ['[$-412]yyyy"년" m"월"', 'day'],
    ['d/m/yy h:mm;@', 'day'],
    ['[h]:mm:ss', 'time'],
    ['mmm', 'day'],
    ['00000', 'code'],
    ['0', null],
    ['#,##0.00', null],
    ['General', null],
    ['"day "0', null],
    ['[Red]0.0', null],
    ['0.00E+00', null],
  ])('takes the format %s for %s', (code, kind) => {
    expect(styleOfCode(code)?.kind ?? null).toBe(kind);
  });

  it('counts days as spreadsheets do', () => {
    expect(dayOfSerial(1, false)).toBe('1900-01-01');
    expect(dayOfSerial(59, false)).toBe('1900-02-28');
    expect(dayOfSerial(61, false)).toBe('1900-03-01');
    expect(dayOfSerial(2_958_465, false)).toBe('9999-12-31');
    expect(dayOfSerial(2_958_466, false)).toBeNull();
    expect(timeOfSerial(1.5)).toBe('36:00:00');
    expect(serialOfDay('1900-02-28')).toBeNull();
    for (const day of ['1900-03-01', '2024-02-29', '9999-12-31']) {
      expect(dayOfSerial(serialOfDay(day) ?? 0, false)).toBe(day);
    }
  });

  it('reads prefixed names as any others', async () => {
    const parts = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';
    const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const file = await zipOf({
      '_rels/.rels': `<Relationships ${parts}><Relationship Id="r" Type="${office}/officeDocument" Target="/xl/workbook.xml"/></Relationships>`,
      'xl/workbook.xml': `<x:workbook xmlns:x="m" xmlns:rel="${office}"><x:sheets><x:sheet name="A" rel:id="q"/></x:sheets></x:workbook>`,
      'xl/_rels/workbook.xml.rels': `<Relationships ${parts}><Relationship Id="q" Type="${office}/worksheet" Target="s.xml"/></Relationships>`,
      'xl/s.xml':
        '<x:worksheet xmlns:x="m"><x:sheetData><x:row r="3"><x:c r="B3"><x:v>5</x:v></x:c></x:row></x:sheetData></x:worksheet>',
    });
    expect(await rowsOf(file)).toEqual([[3, null, 5]]);
  });
});

describe('files that are no workbook, or a trap', () => {
  it('says what they are', async () => {
    expect(await refusalOf(await zipOf({ 'a.txt': 'x' }))).toMatch(/^invalid: .*not an Excel/);
    expect(await refusalOf(await zipOf({ 'content.xml': '<a/>' }))).toMatch(/OpenDocument/);
    expect(await refusalOf(await zipOf({ 'xl/workbook.bin': 'x' }))).toMatch(/binary Excel/);
    expect(await refusalOf(await rawWorkbook({ sheets: { '!Hidden': '' } }))).toMatch(/no sheet/);
    expect(await refusalOf(new Blob(['PK\u0003\u0004 and no more']))).toMatch(/damaged/);
    const whole = await rawWorkbook({ sheets: { A: '' } });
    expect(await refusalOf(whole.slice(0, whole.size - 30))).toMatch(/damaged/);
    expect(await refusalOf(whole.slice(20))).toMatch(/damaged/);
  });

  it('refuses definitions and broken XML', async () => {
    const bomb = await zipOf({
      '_rels/.rels': '<!DOCTYPE a [<!ENTITY b "xxxxxxxx">]><a>&b;</a>',
    });
    expect(await refusalOf(bomb)).toMatch(/^invalid: .*not valid/);
    const cut = await rawWorkbook({ sheets: { A: '<row><c></row>' } });
    await expect(rowsOf(cut)).rejects.toMatchObject({ code: 'invalid' });
  });

  it('stops at a part that unpacks to more than it says, or says too much', async () => {
    const bytes = new Uint8Array(
      await (await rawWorkbook({ sheets: { A: ' '.repeat(5_000_000) } })).arrayBuffer(),
    );
    const claiming = (size: number) => {
      const forged = Buffer.from(bytes);
      const at = forged.lastIndexOf('xl/worksheets/sheet0.xml');
      forged.writeUInt32LE(size, at - 46 + 24);
      return new Blob([forged]);
    };
    await expect(rowsOf(claiming(1_000))).rejects.toMatchObject({ code: 'invalid' });
    expect(await refusalOf(claiming(2_000_000_000))).toMatch(/too large/);
  });
});

describe('writing a workbook', () => {
  it('gives back what was put in', async () => {
    const rows: CellValue[][] = [
      ['=1+1', -5.5, { day: '2024-02-29' }, true],
      ['tab\there', null, { day: '0001-01-01' }, false],
      ['<&>"\' _x0041_ \u0001 \r\n end', 1e-7, null, null],
      ['   ', 0, { day: '9999-12-31' }, null],
    ];
    async function* batches() {
      yield rows.slice(0, 2);
      yield rows.slice(2);
    }
    const columns = ['텍스트', 'Number', 'Day', 'Yes'].map((name) => ({ name, width: 12 }));
    const file = await blobOf(workbookOf({ name: 'A/B: "전체"', columns, rows: batches() }));
    const workbook = await openWorkbook(file);
    expect(workbook.sheets).toEqual(['A B  "전체"']);
    expect(await rowsOf(file)).toEqual([
      [1, '텍스트', 'Number', 'Day', 'Yes'],
      [2, '=1+1', -5.5, '2024-02-29', true],
      [3, 'tab\there', null, '0001-01-01', false],
      [4, '<&>"\' _x0041_ \u0001 \r\n end', 1e-7],
      [5, '   ', 0, '9999-12-31'],
    ]);
  });
});
