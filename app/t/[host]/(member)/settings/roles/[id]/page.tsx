import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { LinkButton } from '@/components/ui/link-button';
import { PageFrame } from '@/components/ui/page-frame';
import type { Permission } from '@/lib/access/permissions';
import { rolesProcedures } from '@/lib/access/roles/procedures';
import { openMemberPage } from '@/lib/doors/page';
import { wording } from '@/lib/language/request';
import { Refused } from '../../_frame/refused';
import { DeleteRole } from '../delete-role';
import { permissionGroups } from '../permission-groups';
import { isBuiltIn, presetsOf } from '../presets';
import { RoleEditor } from '../role-editor';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('settings');
  return { title: t('Role') };
}

interface Props {
  params: Promise<{ host: string; id: string }>;
}

/** The editor of a role of one's own; of any other there is only something to see. */
export default async function Role({ params }: Props) {
  const t = await wording('settings');
  const { host, id } = await params;
  const door = await openMemberPage(host);
  if (!door.can('people.read')) return <Refused door={door} title={t('Role')} />;
  const role = await door.find(rolesProcedures.get, { id });
  if (!role) notFound();
  if (role.builtIn || !role.grantable || !door.can('people.manage')) {
    redirect(`/settings/roles/${id}/view`);
  }
  const { roles, permissions } = await door.call(rolesProcedures.list, {});
  const held = permissions.map((one) => one.id).filter((one) => door.can(one as Permission));
  const others = roles.filter((other) => other.id !== id && other.grantable);
  return (
    <PageFrame
      title={role.name}
      description={t('A role of this workspace.')}
      actions={
        <LinkButton href={`/settings/roles/${id}/view`}>{t('View as this role')}</LinkButton>
      }
    >
      <RoleEditor
        key={role.version}
        existing={{ id, version: role.version }}
        saved={{
          name: role.name,
          base: isBuiltIn(role.base) ? role.base : 'guest',
          permissions: role.permissions,
        }}
        presets={presetsOf(roles)}
        groups={permissionGroups(permissions, door.tenant.modulesOff, t)}
        held={held}
      />
      <DeleteRole role={{ id, name: role.name }} others={others} />
    </PageFrame>
  );
}
