import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { LinkButton } from '@/components/ui/link-button';
import { PageFrame } from '@/components/ui/page-frame';
import { rolesProcedures } from '@/lib/access/roles/procedures';
import { openMemberPage } from '@/lib/doors/page';
import { wording } from '@/lib/language/request';
import { Refused } from '../../../_frame/refused';
import { permissionGroups } from '../../permission-groups';
import { RoleView } from '../../role-view';
import { seenPages } from '../../seen-pages';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('settings');
  return { title: t('View as a role') };
}

interface Props {
  params: Promise<{ host: string; id: string }>;
}

/** Which pages and acts a role opens. Nobody becomes anybody else here. */
export default async function ViewAsRole({ params }: Props) {
  const t = await wording('settings');
  const { host, id } = await params;
  const door = await openMemberPage(host);
  if (!door.can('people.read')) return <Refused door={door} title={t('View as a role')} />;
  const role = await door.find(rolesProcedures.get, { id });
  if (!role) notFound();
  const { permissions } = await door.call(rolesProcedures.list, {});
  const { modulesOff } = door.tenant;
  const manages = door.can('people.manage');
  return (
    <PageFrame
      title={t('As {name}', { name: t.said(role.name) })}
      description={t(
        'What somebody with only this role finds here. Rules of collections can keep more from them.',
      )}
      actions={
        <>
          {manages && !role.builtIn && role.grantable ? (
            <LinkButton href={`/settings/roles/${id}`}>{t('Change role')}</LinkButton>
          ) : null}
          {manages && role.builtIn ? (
            <LinkButton href={`/settings/roles/new?base=${role.key}`}>
              {t('Make a role from it')}
            </LinkButton>
          ) : null}
        </>
      }
    >
      <RoleView
        pages={await seenPages(role.permissions, modulesOff)}
        groups={permissionGroups(permissions, modulesOff, t)}
        permissions={role.permissions}
      />
    </PageFrame>
  );
}
