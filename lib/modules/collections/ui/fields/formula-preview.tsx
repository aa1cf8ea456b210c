'use client';

import { numberText } from '@/components/grid/kinds/number-kind';
import { useWording } from '@/lib/language/wording-provider';
import type { Field } from '../../fields/shapes';
import { asAmount, currencyOf } from '../../formulas/currency';
import { textOf } from '../../formulas/decimals';
import type { Node } from '../../formulas/node';
import { clockOf } from '../../formulas/times';
import type { RecordPage } from '../../records/shapes';
import { titleOf } from '../../values/title';
import { useAnswer } from '../data/use-answer';
import { useTimeZone } from '../types/time-zone';
import { kindNames, tried } from './formula-draft';

interface Props {
  collectionId: string;
  tree: Node;
  fields: readonly Field[];
}

/** What a formula comes to in the first records, before it is saved. */
export function FormulaPreview({ collectionId, tree, fields }: Props) {
  const t = useWording('collections');
  const timeZone = useTimeZone();
  const page = useAnswer<RecordPage>(`/collections/${collectionId}/records?limit=4&total=false`);
  const records = page.data?.records ?? [];
  const currency = currencyOf(tree);
  const shownTree = currency === null ? tree : asAmount(tree, currency);
  const shown = (value: unknown) =>
    value !== null && currency !== null
      ? numberText(Number(value), { unit: currency }, t.language)
      : plainly(value, tree, timeZone);
  return (
    <section aria-label={t('Preview')} className="flex flex-col gap-2 text-sm">
      <p className="text-muted">
        {t('Comes to: {kind}', {
          kind: currency === null ? t.said(kindNames[tree.kind]) : `${t('Money')} (${currency})`,
        })}
      </p>
      <dl className="grid grid-cols-2 gap-x-3 gap-y-1">
        {records.map((record) => {
          const { value, problem } = tried(shownTree, record, timeZone);
          return (
            <div key={record.id} className="contents">
              <dt className="truncate text-muted">
                {titleOf(fields, record.data) || t('Record without a name')}
              </dt>
              <dd className="truncate">
                {problem ? (
                  <span className="text-danger-text">{t.said(problem)}</span>
                ) : (
                  (shown(value) ?? t('Nothing'))
                )}
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}

function plainly(value: unknown, { kind }: Node, timeZone: string): string | null {
  if (value === null) return null;
  if (kind === 'number') return textOf(Number(value));
  if (kind === 'moment') return clockOf(String(value), timeZone) ?? String(value);
  if (kind === 'yes_no') return value ? '✓' : '✗';
  return String(value);
}
