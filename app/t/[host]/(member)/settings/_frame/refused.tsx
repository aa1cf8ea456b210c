import { NoPermissionState } from '@/components/ui/no-permission-state';
import { PageFrame } from '@/components/ui/page-frame';
import { peopleProcedures } from '@/lib/access/people/procedures';
import type { MemberDoor } from '@/lib/doors/page';
import type { Language } from '@/lib/language/languages';
import { wording } from '@/lib/language/request';

/** A page of settings whose door stays shut for this role, with who can open it. */
export async function Refused({ door, title }: { door: MemberDoor; title: string }) {
  const t = await wording('settings');
  const { names } = await door.call(peopleProcedures.admins, {});
  return (
    <PageFrame title={title}>
      <NoPermissionState
        title={t('Your role does not open this page')}
        description={t('{whoCan} can give you a role that does.', {
          whoCan: names.length === 0 ? t('An admin') : either(names, t.language),
        })}
      />
    </PageFrame>
  );
}

const either = (names: string[], language: Language) =>
  new Intl.ListFormat(language, { type: 'disjunction' }).format(names);
