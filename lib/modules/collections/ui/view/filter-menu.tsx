'use client';

import { ListFilter } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { late, useLate } from '@/components/ui/late';
import { Later } from '@/components/ui/later';
import { Popover } from '@/components/ui/popover';
import { useWording } from '@/lib/language/wording-provider';
import type { Field } from '../../fields/shapes';
import { type FilterNode, isGroup, type PageView } from '../../view/state';
import type { PersonName } from '../grid/columns';
import type { ChangeView } from './use-view';

const list = late(() => import('./filter-list'));

interface Props {
  fields: readonly Field[];
  people: readonly PersonName[];
  view: PageView;
  change: ChangeView;
}

/** The conditions of a view, one a line, and groups of them. */
export function FilterMenu({ fields, people, view, change }: Props) {
  const t = useWording('collections');
  const { filters, match } = view;
  const count = countOf(filters);
  useLate(list, false);
  return (
    <Popover
      label={t('Filters')}
      className="w-[min(44rem,calc(100vw-1rem))]"
      trigger={
        <Button variant={count > 0 ? 'secondary' : 'ghost'}>
          <ListFilter aria-hidden />
          {count > 0 ? t('Filtered by {count}', { count }) : t('Filter')}
        </Button>
      }
    >
      <div className="flex flex-col gap-2">
        {count === 0 ? (
          <p className="text-muted text-sm">
            {t('Show only the records that meet conditions you set.')}
          </p>
        ) : null}
        <Later source={list}>
          {({ FilterList }) => (
            <FilterList
              {...{ fields, people }}
              level={0}
              room={count < maxConditions}
              group={{ op: match, filters }}
              onChange={(next) => change({ match: next.op, filters: next.filters }, 'replace')}
            />
          )}
        </Later>
      </div>
    </Popover>
  );
}

const maxConditions = 50;

const countOf = (nodes: readonly FilterNode[]): number =>
  nodes.reduce((sum, node) => sum + (isGroup(node) ? countOf(node.filters) : 1), 0);
