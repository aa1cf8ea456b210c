import type { Metadata } from 'next';
import { queryOf, type SearchParams } from '@/app/_shared/query';
import { PageFrame } from '@/components/ui/page-frame';
import type { Permission } from '@/lib/access/permissions';
import { rolesProcedures } from '@/lib/access/roles/procedures';
import { openMemberPage } from '@/lib/doors/page';
import { wording } from '@/lib/language/request';
import { Refused } from '../../_frame/refused';
import { permissionGroups } from '../permission-groups';
import { presetsOf } from '../presets';
import { RoleEditor } from '../role-editor';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('settings');
  return { title: t('New role') };
}

interface Props {
  params: Promise<{ host: string }>;
  searchParams: SearchParams;
}

export default async function NewRole({ params, searchParams }: Props) {
  const t = await wording('settings');
  const door = await openMemberPage((await params).host);
  if (!door.can('people.manage')) return <Refused door={door} title={t('New role')} />;
  const { base } = await queryOf(searchParams);
  const { roles, permissions } = await door.call(rolesProcedures.list, {});
  const presets = presetsOf(roles);
  const preset = presets.find(({ key }) => key === base) ?? presets[1];
  const held = permissions.map(({ id }) => id).filter((id) => door.can(id as Permission));
  const start = {
    name: '',
    base: preset?.key ?? ('basic' as const),
    permissions: (preset?.permissions ?? []).filter((id) => held.includes(id)),
  };
  return (
    <PageFrame
      title={t('New role')}
      description={t('Begin with a built-in role, then give and take.')}
    >
      <RoleEditor
        existing={null}
        saved={start}
        presets={presets}
        groups={permissionGroups(permissions, door.tenant.modulesOff, t)}
        held={held}
      />
    </PageFrame>
  );
}
