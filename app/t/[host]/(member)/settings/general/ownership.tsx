import { FormSection } from '@/components/ui/form-section';
import { ownershipProcedures } from '@/lib/access/ownership/procedures';
import { peopleProcedures } from '@/lib/access/people/procedures';
import { rolesProcedures } from '@/lib/access/roles/procedures';
import type { MemberDoor } from '@/lib/doors/page';
import { formatTime } from '@/lib/format';
import { wording } from '@/lib/language/request';
import { readerOf } from '../../_shell/reader';
import { HandOver } from './hand-over';
import { OpenOffer } from './open-offer';

/** Who owns the workspace, and the way to hand it over. */
export async function Ownership({ door }: { door: MemberDoor }) {
  const t = await wording('settings');
  const { owner, offer, mayOffer, offeredToMe } = await door.call(ownershipProcedures.get, {});
  const acts = door.can('people.manage');
  const candidates = acts && mayOffer && !offer ? await adminsOf(door) : [];
  return (
    <FormSection
      title={t('Ownership')}
      description={t('The owner stays an admin, and alone can hand the workspace over.')}
    >
      <p>
        {owner
          ? t('{name} owns this workspace.', { name: owner.name })
          : t('Nobody owns this workspace. Any admin can offer it to one of them.')}
      </p>
      {offer ? (
        <OpenOffer
          to={offer.to.name}
          byName={offer.byName}
          reason={offer.reason}
          until={formatTime(offer.expiresAt, readerOf(door))}
          mayAccept={acts && offeredToMe}
          mayEnd={acts && (mayOffer || offeredToMe)}
        />
      ) : null}
      {acts && mayOffer && !offer ? (
        <HandOver people={candidates.filter(({ userId }) => userId !== owner?.userId)} />
      ) : null}
    </FormSection>
  );
}

async function adminsOf(door: MemberDoor) {
  const { roles } = await door.call(rolesProcedures.list, {});
  const admin = roles.find(({ key, builtIn }) => key === 'admin' && builtIn);
  if (!admin) return [];
  const query = { roleId: admin.id, state: 'active' as const, size: 100 };
  const { people } = await door.call(peopleProcedures.list, query);
  return people
    .filter(({ roles: held }) => held.some(({ id, endsAt }) => id === admin.id && !endsAt))
    .map(({ id, userId, name, email }) => ({ id, userId, name, email }));
}
