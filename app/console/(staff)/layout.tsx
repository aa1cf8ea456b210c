import { cookies } from 'next/headers';
import { AppShell } from '@/components/shell/app-shell';
import { collapsedCookie } from '@/components/shell/collapsed-cookie';
import { NamedIcon } from '@/components/ui/named-icon';
import { openConsolePage } from '@/lib/doors/page';
import { wording } from '@/lib/language/request';
import { staffProcedures } from '@/lib/platform/staff/procedures';
import { ConsoleMark } from '../_frame/console-mark';
import { StaffMenu } from './_frame/staff-menu';

const items = [
  { href: '/tenants', label: 'Tenants', icon: <NamedIcon name="building" /> },
  { href: '/plans', label: 'Plans', icon: <NamedIcon name="card" /> },
  { href: '/billing', label: 'Billed usage', icon: <NamedIcon name="scale" /> },
  { href: '/moves', label: 'Moves', icon: <NamedIcon name="move" /> },
  { href: '/requests', label: 'Requests', icon: <NamedIcon name="inbox" /> },
  { href: '/deletions', label: 'Deletions', icon: <NamedIcon name="trash" /> },
  { href: '/shards', label: 'Shards', icon: <NamedIcon name="database" /> },
  { href: '/drills', label: 'Restore drills', icon: <NamedIcon name="restore" /> },
  { href: '/fleet', label: 'Fleet migration', icon: <NamedIcon name="table-2" /> },
  { href: '/flags', label: 'Flags', icon: <NamedIcon name="flag" /> },
  { href: '/operations', label: 'Operations', icon: <NamedIcon name="tasks" /> },
  { href: '/audit', label: 'Staff audit', icon: <NamedIcon name="scroll" /> },
];

export default async function StaffLayout({ children }: { children: React.ReactNode }) {
  const t = await wording('console');
  const door = await openConsolePage();
  const [staff, jar] = await Promise.all([door.call(staffProcedures.me, {}), cookies()]);
  return (
    <AppShell
      tone="console"
      navLabel={t('Console')}
      collapsed={jar.get(collapsedCookie)?.value === '1'}
      top={<ConsoleMark />}
      topCollapsed={<ConsoleMark alone />}
      groups={[{ id: 'fleet', items: t.labelled(items) }]}
      person={<StaffMenu name={staff.name} email={staff.email} />}
    >
      {children}
    </AppShell>
  );
}
