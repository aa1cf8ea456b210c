import type { CellDisplayProps, CellKind, GridColumn } from '../types';
import { textOf } from './text-kind';

function LinkDisplay({ value, column }: CellDisplayProps) {
  const text = textOf(value);
  const href = column.kind === 'email' ? `mailto:${text}` : text;
  if (!text) return null;
  return (
    <a
      href={/^(https?|mailto):/i.test(href) ? href : undefined}
      target="_blank"
      rel="noreferrer"
      tabIndex={-1}
      className="truncate text-link hover:underline"
    >
      {shownOf(text, column)}
    </a>
  );
}

function shownOf(text: string, { kind, label }: GridColumn): string {
  if (kind !== 'url') return text;
  return label && isAddress(text) ? label : text.replace(/^https?:\/\/(www\.)?/i, '');
}

const isAddress = (text: string) => /^https?:\/\//i.test(text);

export const emailKind: CellKind = {
  Display: LinkDisplay,
  inputMode: 'email',
  toText: textOf,
  parse: (text, _column, words) => {
    const address = text.trim();
    if (address === '') return { value: null };
    return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address)
      ? { value: address }
      : { error: words.needEmail };
  },
};

export const urlKind: CellKind = {
  Display: LinkDisplay,
  inputMode: 'url',
  toText: textOf,
  parse: (text, _column, words) => {
    const typed = text.trim();
    if (typed === '') return { value: null };
    const address = /^[a-z][a-z\d+.-]*:/i.test(typed) ? typed : `https://${typed}`;
    return /^https?:\/\/[^\s/]+\.[^\s]+$/i.test(address)
      ? { value: address }
      : { error: words.needUrl };
  },
};
