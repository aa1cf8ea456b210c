import {
  ArchiveRestore,
  ArrowRightLeft,
  Blocks,
  Building2,
  CalendarDays,
  CreditCard,
  Database,
  FileText,
  Globe,
  House,
  Inbox,
  KeyRound,
  ListChecks,
  type LucideIcon,
  Megaphone,
  Palette,
  ScrollText,
  Settings,
  Share2,
  ShieldCheck,
  Table2,
  Trash2,
  Users,
  Webhook,
} from 'lucide-react';

const icons: Record<string, LucideIcon> = {
  blocks: Blocks,
  move: ArrowRightLeft,
  building: Building2,
  calendar: CalendarDays,
  card: CreditCard,
  database: Database,
  file: FileText,
  globe: Globe,
  house: House,
  inbox: Inbox,
  key: KeyRound,
  megaphone: Megaphone,
  palette: Palette,
  restore: ArchiveRestore,
  scroll: ScrollText,
  settings: Settings,
  share: Share2,
  shield: ShieldCheck,
  'table-2': Table2,
  tasks: ListChecks,
  trash: Trash2,
  users: Users,
  webhook: Webhook,
};

/** An icon by the name a module's manifest gives; 16 px, hidden from screen readers. */
export function NamedIcon({ name }: { name: string }) {
  const Icon = icons[name] ?? Blocks;
  return <Icon aria-hidden className="size-4" />;
}
