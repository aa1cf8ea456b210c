import { describe, expect, it } from 'vitest';
import { Batch, type LineMemory, type WireConnection } from './batch';
import type { Rows } from './line';
import { statementName } from './statement-name';

const nothing = () => undefined;

/** What a server would be told, for as long as nobody answers. */
class Server implements WireConnection {
  readonly told: string[] = [];
  readonly stream = { destroy: nothing };
  parse({ name }: { name: string }) {
    this.told.push(`parse ${name}`);
  }
  bind({ statement }: { statement: string }) {
    this.told.push(`bind ${statement}`);
  }
  describe() {
    this.told.push('describe');
  }
  close({ name }: { name: string }) {
    this.told.push(`close ${name}`);
  }
  execute = nothing;
  sync = nothing;
  on = nothing;
  once = nothing;
  removeListener = nothing;
}

const shape = { columns: ['n'], parsers: [undefined] };
const asked = (text: string) => ({ statement: { text, values: [] }, values: [] });

describe('a batch on a line that knows as many statements as it may', () => {
  it('reads the rows of one whose name a later one takes', () => {
    const [oldest, fresh] = ['select 1 as n', 'select 2 as n'];
    const names: LineMemory['names'] = new Map([[statementName(oldest), shape]]);
    for (let n = names.size; n < 400; n++) names.set(`other_${n}`, shape);
    const memory: LineMemory = { status: 'I', named: true, names };
    let results: Rows[] = [];
    const batch = new Batch([asked(oldest), asked(fresh)], memory, (_, answered) => {
      results = answered;
    });
    const server = new Server();
    batch.submit(server);
    expect(server.told).toContain(`close ${statementName(oldest)}`);
    batch.handleDataRow({ fields: ['1'] });
    batch.handleCommandComplete({ text: 'SELECT 1' });
    batch.handleRowDescription({ fields: [{ name: 'n', dataTypeID: 25 }] });
    batch.handleDataRow({ fields: ['2'] });
    batch.handleCommandComplete({ text: 'SELECT 1' });
    batch.handleReadyForQuery();
    expect(results.map(({ columns, rows }) => [columns, rows])).toEqual([
      [['n'], [['1']]],
      [['n'], [['2']]],
    ]);
    expect([names.has(statementName(oldest)), names.has(statementName(fresh))]).toEqual([
      false,
      true,
    ]);
  });
});
