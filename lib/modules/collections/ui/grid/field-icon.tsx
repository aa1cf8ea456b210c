import {
  AlignLeft,
  AtSign,
  Calendar,
  CircleChevronDown,
  Hash,
  Link2,
  type LucideIcon,
  SquareCheck,
  Type,
  User,
} from 'lucide-react';
import type { FieldType } from '../../fields/shapes';

const icons: Record<FieldType, LucideIcon> = {
  text: Type,
  long_text: AlignLeft,
  number: Hash,
  date: Calendar,
  boolean: SquareCheck,
  select: CircleChevronDown,
  email: AtSign,
  url: Link2,
  person: User,
};

export const fieldTypeNames: Record<FieldType, string> = {
  text: 'Text',
  long_text: 'Long text',
  number: 'Number',
  date: 'Date',
  boolean: 'Yes or no',
  select: 'Select',
  email: 'E-mail',
  url: 'Web address',
  person: 'Person',
};

export const fieldTypeHelp: Record<FieldType, string> = {
  text: 'One line, up to 1,000 characters',
  long_text: 'Several lines, up to 20,000 characters',
  number: 'Whole or decimal, with bounds if you like',
  date: 'A day, without a time',
  boolean: 'A box to tick',
  select: 'One of a list of options',
  email: 'An address that is checked',
  url: 'A link that opens in a new tab',
  person: 'A member of this workspace',
};

export function FieldIcon({ type }: { type: FieldType }) {
  const Icon = icons[type];
  return <Icon aria-hidden className="size-4 shrink-0 text-muted" />;
}
