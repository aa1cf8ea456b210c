import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RecordShape } from '../../records/shapes';
import { RecordMoves } from './record-moves';

const record = (day: string) => ({ id: 'one', data: { day } }) as unknown as RecordShape;
const dayOf = ({ data }: RecordShape) => data.day;

/** A server that answers when it is told to, and a page that notes what it shows. */
function stage() {
  const sent: { from: unknown; to: unknown; answer: (ok: boolean) => Promise<void> }[] = [];
  const shown: unknown[] = [];
  const done: boolean[] = [];
  const known: number[] = [];
  let begun = 0;
  const moves: RecordMoves = new RecordMoves(() => ({
    begun: (outcome) => {
      begun += 1;
      const mine = begun;
      void outcome.then(() => known.push(mine));
    },
    show: (one) => void shown.push(dayOf(one)),
    send: (one, values) =>
      new Promise((resolve) => {
        const answer = async (ok: boolean) => {
          const after = { ...one, data: { ...one.data, ...values } };
          resolve(
            ok
              ? { ok, data: after, requestId: 'request' }
              : ({ ok, error: { message: 'No', fields: {} } } as never),
          );
          await vi.advanceTimersByTimeAsync(0);
        };
        sent.push({ from: dayOf(one), to: values.day, answer });
      }),
    done: ({ ok }) => void done.push(ok),
  }));
  return { moves, sent, shown, done, known, begun: () => begun };
}

describe('records on their way', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('are shown at once and sent once, from where they stood before quick steps', async () => {
    const { moves, sent, shown, done } = stage();
    moves.write(record('1'), { day: '2' });
    await vi.advanceTimersByTimeAsync(300);
    moves.write(record('2'), { day: '3' });
    expect(shown).toEqual(['2', '3']);
    expect(sent).toEqual([]);
    await vi.advanceTimersByTimeAsync(400);
    expect(sent).toMatchObject([{ from: '1', to: '3' }]);
    expect(moves.busy).toBe(true);
    await sent[0]?.answer(true);
    expect([shown.at(-1), done, moves.busy]).toEqual(['3', [true], false]);
  });

  it('go back to where they stood when they are refused', async () => {
    const { moves, sent, shown, done } = stage();
    moves.write(record('1'), { day: '2' });
    await vi.advanceTimersByTimeAsync(400);
    await sent[0]?.answer(false);
    expect([shown, done]).toEqual([['2', '1'], [false]]);
  });

  it('are sent one after another, each from what the one before came to', async () => {
    const { moves, sent, shown } = stage();
    moves.write(record('1'), { day: '2' });
    await vi.advanceTimersByTimeAsync(400);
    moves.write(record('2'), { day: '3' });
    await sent[0]?.answer(true);
    expect(shown).toEqual(['2', '3']);
    await vi.advanceTimersByTimeAsync(400);
    expect(sent[1]).toMatchObject({ from: '2', to: '3' });
    await sent[1]?.answer(true);
    expect([shown.at(-1), moves.busy]).toEqual(['3', false]);
  });

  it('say when a change begins, once for quick steps, and when its outcome is known', async () => {
    const { moves, sent, known, begun } = stage();
    moves.write(record('1'), { day: '2' });
    moves.write(record('2'), { day: '3' });
    await vi.advanceTimersByTimeAsync(400);
    expect([begun(), known]).toEqual([1, []]);
    await sent[0]?.answer(false);
    expect(known).toEqual([1]);
  });

  it('are sent at once when the page is left', async () => {
    const { moves, sent } = stage();
    moves.write(record('1'), { day: '2' });
    moves.flush();
    await vi.advanceTimersByTimeAsync(0);
    expect(sent).toMatchObject([{ from: '1', to: '2' }]);
  });
});
