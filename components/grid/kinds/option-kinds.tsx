import { Badge, type BadgeTone } from '@/components/ui/badge';
import { initialsOf } from '@/components/ui/initials';
import { late } from '@/components/ui/late';
import type { UiWords } from '@/components/ui/words-table';
import type { CellDisplayProps, CellKind, GridColumn } from '../types';
import { listOf } from './list-of';
import { textOf } from './text-kind';

const tones = new Set<string>([
  'neutral',
  'brand',
  'success',
  'warning',
  'danger',
  'info',
  'outline',
]);
const toneOf = (tone: string | undefined) =>
  (tone && tones.has(tone) ? tone : 'neutral') as BadgeTone;
const find = (column: GridColumn, value: unknown) =>
  column.options?.find((option) => option.value === value);

function SelectDisplay({ value, column }: CellDisplayProps) {
  if (value === null || value === undefined || value === '') return null;
  const option = find(column, value);
  return <Badge tone={toneOf(option?.tone)}>{option?.label ?? textOf(value)}</Badge>;
}

function PersonDisplay({ value, column }: CellDisplayProps) {
  if (value === null || value === undefined || value === '') return null;
  const label = find(column, value)?.label ?? textOf(value);
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      <span
        aria-hidden
        className="grid size-5 shrink-0 place-items-center rounded-full bg-surface-active text-[0.5625rem] text-muted"
      >
        {initialsOf(label)}
      </span>
      <span className="truncate">{label}</span>
    </span>
  );
}

function MultiDisplay({ value, column }: CellDisplayProps) {
  return listOf(value).map((entry) => {
    const option = find(column, entry);
    return (
      <Badge key={entry} tone={toneOf(option?.tone)} className="shrink-0">
        {option?.label ?? entry}
      </Badge>
    );
  });
}

function parseOption(text: string, column: GridColumn, words: UiWords) {
  const word = text.trim();
  if (word === '') return { value: null };
  const lower = word.toLowerCase();
  const option = column.options?.find(
    (candidate) => candidate.value === word || candidate.label.toLowerCase() === lower,
  );
  return option ? { value: option.value } : { error: words.notChoice(word) };
}

const optionText = (value: unknown, column: GridColumn) =>
  find(column, value)?.label ?? textOf(value);

const optionEditor = late(async () => (await import('./option-editors')).OptionEditor);

const single = { editor: optionEditor, parse: parseOption, toText: optionText };
export const selectKind: CellKind = { ...single, Display: SelectDisplay };
export const personKind: CellKind = { ...single, Display: PersonDisplay };

export const multiSelectKind: CellKind = {
  Display: MultiDisplay,
  editor: late(async () => (await import('./option-editors')).MultiEditor),
  toText: (value, column) =>
    listOf(value)
      .map((entry) => optionText(entry, column))
      .join(', '),
  parse: (text, column, words) => {
    const parsed = text
      .split(',')
      .filter((part) => part.trim())
      .map((part) => parseOption(part, column, words));
    const failed = parsed.find((part) => 'error' in part);
    return failed ?? { value: parsed.map((part) => ('value' in part ? part.value : '')) };
  },
};
