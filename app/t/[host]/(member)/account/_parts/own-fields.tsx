import { FormSection } from '@/components/ui/form-section';
import { memberFieldProcedures } from '@/lib/access/people/member-field-procedures';
import type { MemberDoor } from '@/lib/doors/page';
import { wording } from '@/lib/language/request';
import { OwnFieldsForm } from './own-fields-form';

/** What this workspace's own fields say of the reader; nothing where it has none for them. */
export async function OwnFields({ door }: { door: MemberDoor }) {
  const t = await wording('member');
  const values = await door.find(memberFieldProcedures.mine, {});
  if (!values || values.fields.length === 0) return null;
  return (
    <FormSection
      title={t('About you here')}
      description={t('What {tenant} asks of its members. It ends with your membership.', {
        tenant: door.tenant.name,
      })}
    >
      <OwnFieldsForm key={values.version} values={values} />
    </FormSection>
  );
}
