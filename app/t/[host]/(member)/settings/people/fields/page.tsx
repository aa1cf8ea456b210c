import type { Metadata } from 'next';
import { PageFrame } from '@/components/ui/page-frame';
import { memberFieldProcedures } from '@/lib/access/people/member-field-procedures';
import { FieldList } from '@/lib/custom-fields/ui/field-list';
import { NewField } from '@/lib/custom-fields/ui/new-field';
import type { ReachChoices } from '@/lib/custom-fields/ui/words';
import { openMemberPage } from '@/lib/doors/page';
import { wording } from '@/lib/language/request';
import { Refused } from '../../_frame/refused';
import { PeopleViews } from '../people-views';
import {
  archiveField,
  changeField,
  countFieldUse,
  createField,
  deleteField,
  orderFields,
  restoreField,
} from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('settings');
  return { title: t('Fields of members') };
}

const acts = {
  create: createField,
  change: changeField,
  order: orderFields,
  archive: archiveField,
  restore: restoreField,
  use: countFieldUse,
  delete: deleteField,
};

export default async function MemberFields({ params }: { params: Promise<{ host: string }> }) {
  const t = await wording('settings');
  const door = await openMemberPage((await params).host);
  if (!door.can('people.manage')) return <Refused door={door} title={t('Fields of members')} />;
  const { fields } = await door.call(memberFieldProcedures.list, {});
  const managers = { value: 'managers', label: t('Who manages people') } as const;
  const own = { value: 'own', label: t('They themselves and who manages people') } as const;
  const everyone = { value: 'everyone', label: t('Everybody who sees the members') } as const;
  const reaches: ReachChoices = { see: [managers, own, everyone], change: [managers, own] };
  return (
    <PageFrame
      title={t('People')}
      description={t('Who belongs to this workspace and what they may do here.')}
      width="wide"
      actions={<NewField acts={acts} reaches={reaches} />}
    >
      <PeopleViews door={door} view="fields" />
      <FieldList
        fields={fields}
        acts={acts}
        reaches={reaches}
        empty={t(
          'Keep what this workspace knows of its members besides name and roles: a phone number, a birthday, the size of a shirt.',
        )}
      />
    </PageFrame>
  );
}
