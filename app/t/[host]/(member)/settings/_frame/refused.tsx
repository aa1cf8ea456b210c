import { NoPermissionState } from '@/components/ui/no-permission-state';
import { PageFrame } from '@/components/ui/page-frame';
import { peopleProcedures } from '@/lib/access/people/procedures';
import type { MemberDoor } from '@/lib/doors/page';

/** A page of settings whose door stays shut for this role, with who can open it. */
export async function Refused({ door, title }: { door: MemberDoor; title: string }) {
  const { names } = await door.call(peopleProcedures.admins, {});
  return (
    <PageFrame title={title}>
      <NoPermissionState
        title="Your role does not open this page"
        description={`${whoCan(names)} can give you a role that does.`}
      />
    </PageFrame>
  );
}

const whoCan = (names: string[]) =>
  names.length === 0
    ? 'An admin'
    : new Intl.ListFormat('en', { type: 'disjunction' }).format(names);
