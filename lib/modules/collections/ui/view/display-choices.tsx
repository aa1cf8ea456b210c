'use client';

import type { ReactNode } from 'react';
import { Choice } from '@/components/ui/choice';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { Select } from '@/components/ui/select';
import { Switch } from '@/components/ui/switch';
import type { Plain } from '@/lib/language/wording';
import { useWording } from '@/lib/language/wording-provider';
import type { Collection } from '../../collections/shapes';
import type { Field } from '../../fields/shapes';
import {
  canBeColumns,
  canBeCover,
  canBeDate,
  canBeLanes,
  canBeWaits,
  canGroup,
  isPeriodType,
  openedAs,
} from '../../view/fit';
import {
  type PageView,
  type Period,
  periods,
  type RowHeight,
  rowHeights,
  type ViewKind,
  viewKinds,
} from '../../view/state';
import { FieldIcon } from '../grid/field-icon';
import { KindIcon, kindNames } from '../views/kind-icon';
import type { ChangeView } from './use-view';

interface Props {
  collection: Collection;
  view: PageView;
  change: ChangeView;
}

const heightNames: Record<RowHeight, Plain<'collections'>> = {
  short: 'Short',
  medium: 'Medium',
  tall: 'Tall',
};

/** Grid, board, calendar, gallery or timeline, and what that kind can be told. */
export function DisplayChoices({ collection, view, change }: Props) {
  const { fields } = collection;
  const t = useWording('collections');
  const show = (kind: ViewKind) => change(openedAs(kind, view, fields));
  return (
    <div className="flex flex-col gap-4">
      <SegmentedControl
        label={t('Show as')}
        value={view.kind}
        onValueChange={(kind) => show(kind as ViewKind)}
        className="max-sm:[&_svg]:hidden"
        segments={viewKinds.map((kind) => ({
          value: kind,
          label: (
            <>
              <KindIcon kind={kind} />
              {t(kindNames[kind])}
            </>
          ),
        }))}
      />
      {view.kind === 'grid' ? <GridChoices {...{ collection, view, change }} /> : null}
      {view.kind === 'board' ? (
        <FieldChoice
          label={t('Columns by')}
          fields={fields.filter(canBeColumns)}
          value={view.columns}
          onChange={(columns) => change({ columns })}
        />
      ) : null}
      {view.kind === 'gallery' ? (
        <FieldChoice
          label={t('Pictures of')}
          none={t('No pictures')}
          fields={fields.filter(canBeCover)}
          value={view.cover}
          onChange={(cover) => change({ cover })}
        />
      ) : null}
      {view.kind === 'calendar' ? (
        <FieldChoice
          label={t('Days by')}
          fields={fields.filter(canBeDate)}
          value={view.date}
          onChange={(date) => change({ date })}
        />
      ) : null}
      {view.kind === 'timeline' ? <TimelineChoices {...{ collection, view, change }} /> : null}
    </div>
  );
}

function GridChoices({ collection: { fields }, view, change }: Props) {
  const t = useWording('collections');
  const { group } = view;
  const field = fields.find(({ key }) => key === group?.field);
  return (
    <>
      <FieldChoice
        label={t('Groups by')}
        none={t('No groups')}
        fields={fields.filter(canGroup)}
        value={group?.field ?? null}
        onChange={(key) => {
          const next = fields.find((one) => one.key === key);
          const by = next && isPeriodType(next.type) ? ('month' as const) : undefined;
          change({ group: next ? { field: next.key, direction: 'asc', by } : null });
        }}
      />
      {group && field && isPeriodType(field.type) ? (
        <Line label={t('Period')}>
          <Select
            aria-label={t('Period')}
            className="w-44"
            value={group.by ?? 'day'}
            onValueChange={(by) => change({ group: { ...group, by: by as Period } })}
            options={periods.map((by) => ({ value: by, label: t(periodNames[by]) }))}
          />
        </Line>
      ) : null}
      {group ? (
        <Line label={t('Groups stand')}>
          <SegmentedControl
            label={t('Direction of groups')}
            value={group.direction}
            onValueChange={(direction) =>
              change({ group: { ...group, direction: direction === 'desc' ? 'desc' : 'asc' } })
            }
            segments={[
              { value: 'asc', label: t('First to last') },
              { value: 'desc', label: t('Last to first') },
            ]}
          />
        </Line>
      ) : null}
      <Line label={t('Rows')}>
        <SegmentedControl
          label={t('Row height')}
          value={view.rowHeight}
          onValueChange={(height) => change({ rowHeight: height as RowHeight })}
          segments={rowHeights.map((value) => ({ value, label: t(heightNames[value]) }))}
        />
      </Line>
      <Choice label={t('Keep the first column in sight')} trailing>
        <Switch checked={view.frozen} onCheckedChange={(frozen) => change({ frozen })} />
      </Choice>
    </>
  );
}

function TimelineChoices({ collection: { id, fields }, view, change }: Props) {
  const t = useWording('collections');
  const dates = fields.filter(canBeDate);
  return (
    <>
      <FieldChoice
        label={t('Begins with')}
        fields={dates}
        value={view.date}
        onChange={(date) => change({ date, ...(date === view.end && { end: null }) })}
      />
      <FieldChoice
        label={t('Ends with')}
        none={t('No end')}
        fields={dates.filter(({ key }) => key !== view.date)}
        value={view.end}
        onChange={(end) => change({ end })}
      />
      <FieldChoice
        label={t('Lanes by')}
        none={t('One a record')}
        fields={fields.filter(canBeLanes)}
        value={view.lanes}
        onChange={(lanes) => change({ lanes })}
      />
      <FieldChoice
        label={t('Waits for')}
        none={t('Nothing')}
        lacking={t('Takes a relation that leads to this collection.')}
        fields={fields.filter((field) => canBeWaits(field, id))}
        value={view.waits}
        onChange={(waits) => change({ waits })}
      />
    </>
  );
}

const periodNames: Record<Period, Plain<'collections'>> = {
  day: 'Day',
  week: 'Week',
  month: 'Month',
  year: 'Year',
};

interface FieldChoiceProps {
  label: string;
  fields: readonly Field[];
  value: string | null;
  /** The words of choosing none; left out where one must be chosen. */
  none?: string;
  /** What to say instead where no field can be chosen. */
  lacking?: string;
  onChange: (key: string | null) => void;
}

const noField = '-';

function FieldChoice({ label, fields, value, none, lacking, onChange }: FieldChoiceProps) {
  const t = useWording('collections');
  return (
    <Line label={label}>
      {fields.length === 0 ? (
        <p className="text-muted text-sm">{lacking ?? t('No field fits this.')}</p>
      ) : (
        <Select
          aria-label={label}
          className="w-44"
          value={value ?? (none ? noField : '')}
          onValueChange={(key) => onChange(key === noField ? null : key)}
          options={[
            ...(none ? [{ value: noField, label: none }] : []),
            ...fields.map(({ key, name, type }) => ({
              value: key,
              label: name,
              icon: <FieldIcon type={type} />,
            })),
          ]}
        />
      )}
    </Line>
  );
}

const Line = ({ label, children }: { label: string; children: ReactNode }) => (
  <div className="flex items-center justify-between gap-3">
    <span className="text-sm">{label}</span>
    {children}
  </div>
);
