import { Check, Minus } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
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
import { formatNumber } from '@/lib/format';
import { Refused } from '../_frame/refused';
import { groupPermissions } from './group-permissions';

export const metadata: Metadata = { title: 'Roles' };

export default async function Roles({ params }: { params: Promise<{ host: string }> }) {
  const door = await openMemberPage((await params).host);
  if (!door.can('people.read')) return <Refused door={door} title="Roles" />;
  const { roles, permissions } = await door.call(rolesProcedures.list, {});
  return (
    <PageFrame
      title="Roles"
      description="What each role may do here. Give roles to people under People."
      width="wide"
    >
      <Table>
        <TableHead>
          <tr>
            <TableHeader pinned>Permission</TableHeader>
            {roles.map((role) => (
              <TableHeader key={role.id} className="h-12 text-center">
                <Link href={`/settings/people?role=${role.key}`} className="hover:underline">
                  <span className="block text-ink">{role.name}</span>
                  <span className="block font-normal text-subtle text-xs tabular-nums">
                    {formatNumber(role.members, 'en')} {role.members === 1 ? 'person' : 'people'}
                  </span>
                </Link>
              </TableHeader>
            ))}
          </tr>
        </TableHead>
        <TableBody>
          {groupPermissions(permissions).flatMap((group) => [
            <tr key={group.title}>
              <th
                colSpan={roles.length + 1}
                scope="colgroup"
                className="border-line border-b px-3 pt-5 pb-1.5 text-left font-semibold first:pl-2"
              >
                <span className="sticky left-2">{group.title}</span>
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

const Held = ({ held }: { held: boolean }) =>
  held ? (
    <Check aria-label="Yes" className="inline size-4 text-mark" />
  ) : (
    <Minus aria-label="No" className="inline size-4 text-line-strong" />
  );
