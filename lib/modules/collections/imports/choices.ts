import { invalid } from '@/lib/errors';
import { ruleOf } from '../fields/types';
import type { Import } from './shapes';

/** Different values of the columns that become new fields of choices. Throws `invalid` beyond 200. */
export function choiceCounter(columns: Import['columns']) {
  const counted = columns.flatMap(({ target }, index) =>
    target.kind === 'new' && ruleOf(target.type).choicesIn
      ? [
          {
            index,
            name: target.name,
            split: ruleOf(target.type).choicesIn,
            names: new Map<string, string>(),
          },
        ]
      : [],
  );
  return {
    needed: counted.length > 0,
    count(cells: readonly unknown[]) {
      for (const { index, name, split, names } of counted) {
        const text = String(cells[index] ?? '')
          .normalize('NFC')
          .trim();
        for (const one of text ? (split?.(text) ?? []) : []) {
          const choice = one.slice(0, 80);
          if (!names.has(choice.toLowerCase())) names.set(choice.toLowerCase(), choice);
        }
        if (names.size > 200) {
          throw invalid(
            `columns.${index}`,
            `${name} has more than 200 different values. Make it text.`,
          );
        }
      }
    },
    of: (index: number) => [...(counted.find((one) => one.index === index)?.names.values() ?? [])],
  };
}
