import { CalendarDays, ChartGantt, LayoutGrid, SquareKanban, Table2 } from 'lucide-react';
import type { Plain } from '@/lib/language/wording';
import type { ViewKind } from '../../view/state';

const icons = {
  grid: Table2,
  board: SquareKanban,
  calendar: CalendarDays,
  gallery: LayoutGrid,
  timeline: ChartGantt,
};

export const kindNames: Record<ViewKind, Plain<'collections'>> = {
  grid: 'Grid',
  board: 'Board',
  calendar: 'Calendar',
  gallery: 'Gallery',
  timeline: 'Timeline',
};

export function KindIcon({ kind }: { kind: ViewKind }) {
  const Icon = icons[kind];
  return <Icon aria-hidden className="size-4 shrink-0" />;
}
