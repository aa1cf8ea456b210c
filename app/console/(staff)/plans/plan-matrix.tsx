import Link from 'next/link';
import type { ReactNode } from 'react';
import { valueWord } from '@/app/_shared/flag-value';
import {
  limitTitles,
  maxWords,
  priceWords,
  rateTitles,
  tierTitles,
} from '@/app/_shared/plans/plan-words';
import { Badge } from '@/components/ui/badge';
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from '@/components/ui/table';
import { limitNames } from '@/lib/billing/limit-names';
import { type PlanTerms, rateNames } from '@/lib/billing/terms';
import { formatNumber } from '@/lib/format';
import { wording } from '@/lib/language/request';
import type { Plain, Wording } from '@/lib/language/wording';
import { manifests } from '@/lib/modules/registry';
import type { PlanRow } from '@/lib/platform/plans/shapes';
import { flags } from '@/lib/tenancy/flags/registry';
import { tiers } from '@/lib/tenancy/tiers';

/** Plans side by side: what each gives and costs, by its newest version or the draft of its first. */
export async function PlanMatrix({ plans }: { plans: readonly PlanRow[] }) {
  const t = await wording('plans');
  return (
    <Table frameLabel={t('Plans side by side')}>
      <TableHead>
        <tr>
          <TableHeader pinned>
            <span className="sr-only">{t('What')}</span>
          </TableHeader>
          {plans.map((plan) => (
            <TableHeader key={plan.id} className="py-2 align-bottom">
              <PlanHead t={t} plan={plan} />
            </TableHeader>
          ))}
        </tr>
      </TableHead>
      <TableBody>
        {rowsOf(t).map(({ id, title, cell }) => (
          <TableRow key={id}>
            <TableCell
              pinned
              className="max-w-36 whitespace-normal py-2 align-top font-medium sm:max-w-none"
            >
              {title}
            </TableCell>
            {plans.map(({ id: planId, published, draft }) => {
              const terms = (published ?? draft)?.terms;
              return (
                <TableCell key={planId} className="min-w-40 whitespace-normal py-2 align-top">
                  {terms ? cell(terms) : null}
                </TableCell>
              );
            })}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

type Words = Wording<'plans'>;

function PlanHead({ t, plan }: { t: Words; plan: PlanRow }) {
  const { id, name, published, draft, offered, archivedAt, subscriptions, grandfathered } = plan;
  return (
    <span className="flex flex-col items-start gap-1 font-normal">
      <Link href={`/plans/${id}`} className="font-semibold text-base text-ink hover:underline">
        {name}
      </Link>
      <span className="flex flex-wrap gap-1">
        {published ? <Badge>{t('Version {version}', { version: published.version })}</Badge> : null}
        {draft ? (
          <Badge tone="info">{t('Draft {version}', { version: draft.version })}</Badge>
        ) : null}
        {archivedAt ? <Badge tone="outline">{t('Archived')}</Badge> : null}
        {offered || archivedAt ? null : <Badge tone="outline">{t('By staff alone')}</Badge>}
      </span>
      <span>
        {t('{count, plural, =0 {No tenants} one {# tenant} other {# tenants}}', {
          count: subscriptions,
        })}
        {grandfathered > 0
          ? ` · ${t('{count} on earlier versions', { count: grandfathered })}`
          : ''}
      </span>
    </span>
  );
}

interface Row {
  id: string;
  title: string;
  cell: (terms: PlanTerms) => ReactNode;
}

const signers = {
  self: 'The tenant itself',
  payment: 'Whoever pays',
  staff: 'Staff',
} as const satisfies Record<PlanTerms['signing'], Plain<'plans'>>;

function rowsOf(t: Words): Row[] {
  const said = (is: boolean) => (is ? t('Yes') : <span className="text-muted">{t('No')}</span>);
  return [
    {
      id: 'prices',
      title: t('Prices'),
      cell: ({ prices }) =>
        prices.length === 0
          ? t('Free')
          : prices.map((price) => (
              <span key={JSON.stringify(price)} className="block tabular-nums">
                {priceWords(t, price)}
              </span>
            )),
    },
    {
      id: 'signing',
      title: t('Signed by'),
      cell: ({ signing }) => t(signers[signing]),
    },
    ...limitNames.map((name) => ({
      id: name,
      title: t(limitTitles[name]),
      cell: ({ limits }: PlanTerms) => {
        const limit = limits[name];
        const most = maxWords(t, name, limit?.max ?? null);
        return limit?.kind === 'soft' ? t('{most}, soft', { most }) : most;
      },
    })),
    ...rateNames.map((name) => ({
      id: name,
      title: t(rateTitles[name]),
      cell: ({ rates }: PlanTerms) =>
        rates[name] === undefined ? (
          <span className="text-muted">{t('As usual')}</span>
        ) : (
          formatNumber(rates[name], t.language)
        ),
    })),
    {
      id: 'queueWeight',
      title: t('Weight in the queue'),
      cell: ({ queueWeight }) => queueWeight,
    },
    {
      id: 'statementSeconds',
      title: t('Longest search, seconds'),
      cell: ({ statementSeconds }) => statementSeconds,
    },
    ...manifests.map(({ id, title }) => ({
      id,
      title: t.said(title),
      cell: ({ withoutModules }: PlanTerms) => said(!withoutModules.includes(id)),
    })),
    ...tiers.map((tier) => ({
      id: tier,
      title: t(tierTitles[tier]),
      cell: (terms: PlanTerms) => said(terms.tiers.includes(tier)),
    })),
    {
      id: 'whiteLabel',
      title: t('White-label'),
      cell: ({ whiteLabel }) => said(whiteLabel),
    },
    ...flags.map((flag) => ({
      id: flag.key,
      title: t.said(flag.title),
      cell: (terms: PlanTerms) => {
        const value = terms.flags[flag.key];
        return value === undefined ? (
          <span className="text-muted">{t('Nothing said')}</span>
        ) : (
          t.said(valueWord(value))
        );
      },
    })),
  ];
}
