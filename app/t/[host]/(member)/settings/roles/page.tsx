import { Check, Minus } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { Badge } from '@/components/ui/badge';
import { LinkButton } from '@/components/ui/link-button';
import { PageFrame } from '@/components/ui/page-frame';
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from '@/components/ui/table';
import { rolesProcedures } from '@/lib/access/roles/procedures';
import { openMemberPage } from '@/lib/doors/page';
import { wording } from '@/lib/language/request';
import { Refused } from '../_frame/refused';
import { permissionGroups } from './permission-groups';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('settings');
  return { title: t('Roles') };
}

export default async function Roles({ params }: { params: Promise<{ host: string }> }) {
  const t = await wording('settings');
  const door = await openMemberPage((await params).host);
  if (!door.can('people.read')) return <Refused door={door} title={t('Roles')} />;
  const { roles, permissions } = await door.call(rolesProcedures.list, {});
  return (
    <PageFrame
      title={t('Roles')}
      description={t('What each role may do here. Give roles to people under People.')}
      width="wide"
      actions={
        door.can('people.manage') ? (
          <LinkButton href="/settings/roles/new" variant="primary">
            {t('New role')}
          </LinkButton>
        ) : null
      }
    >
      <Table>
        <TableHead>
          <tr>
            <TableHeader pinned>{t('Permission')}</TableHeader>
            {roles.map((role) => (
              <TableHeader key={role.id} className="h-12 text-center">
                <Link
                  href={`/settings/roles/${role.id}`}
                  className="flex min-h-6 items-center justify-center text-ink hover:underline"
                >
                  {t.said(role.name)}
                </Link>
                <Link
                  href={`/settings/people?role=${role.key}`}
                  className="flex min-h-6 items-center justify-center font-normal text-subtle text-xs tabular-nums hover:underline"
                >
                  {t('{count, plural, one {# person} other {# people}}', { count: role.members })}
                </Link>
              </TableHeader>
            ))}
          </tr>
        </TableHead>
        <TableBody>
          {permissionGroups(permissions, door.tenant.modulesOff, t).flatMap((group) => [
            <tr key={group.title}>
              <th
                colSpan={roles.length + 1}
                scope="colgroup"
                className="border-line border-b px-3 pt-5 pb-1.5 text-left font-semibold first:pl-2"
              >
                <span className="sticky left-2">
                  {group.title}
                  {group.off ? (
                    <Badge tone="outline" className="ml-2">
                      {t('Turned off')}
                    </Badge>
                  ) : null}
                </span>
              </th>
            </tr>,
            ...group.permissions.map(({ id, title }) => (
              <TableRow key={id}>
                <TableCell
                  pinned
                  className="min-w-40 max-w-52 whitespace-normal py-1.5 font-normal sm:max-w-96"
                >
                  {title}
                </TableCell>
                {roles.map((role) => (
                  <TableCell key={role.id} className="text-center">
                    <Held held={role.permissions.includes(id)} />
                  </TableCell>
                ))}
              </TableRow>
            )),
          ])}
        </TableBody>
      </Table>
    </PageFrame>
  );
}

const Held = async ({ held }: { held: boolean }) => {
  const t = await wording('settings');
  return held ? (
    <Check aria-label={t('Yes')} className="inline size-4 text-mark" />
  ) : (
    <Minus aria-label={t('No')} className="inline size-4 text-line-strong" />
  );
};
