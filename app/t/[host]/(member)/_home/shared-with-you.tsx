import { grantsProcedures } from '@/lib/access/grants/procedures';
import type { MemberDoor } from '@/lib/doors/page';
import { wording } from '@/lib/language/request';
import { readerOf } from '../_shell/reader';
import { SharedList } from '../shared/shared-list';
import { HomeSection } from './home-section';

/** What other workspaces let the reader look at; nothing where they let them see nothing. */
export async function SharedWithYou({ door }: { door: MemberDoor }) {
  if (!door.can('shared.read')) return null;
  const t = await wording('member');
  const { grants } = await door.call(grantsProcedures.shared, {});
  if (grants.length === 0) return null;
  return (
    <HomeSection title={t('Shared with you')}>
      <SharedList grants={grants} reader={readerOf(door)} />
    </HomeSection>
  );
}
