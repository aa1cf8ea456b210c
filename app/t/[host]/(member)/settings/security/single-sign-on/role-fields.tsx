import { Plus } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FormSection } from '@/components/ui/form-section';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { useWording } from '@/lib/language/wording-provider';
import { GroupLine } from './group-line';
import type { GroupRole, ProviderFieldsProps } from './provider-draft';

interface Props extends ProviderFieldsProps {
  roles: GroupRole[];
}

const nobody = 'nobody';

/** Which group of the provider gives which role. */
export function RoleFields({ draft, fields, put, roles }: Props) {
  const t = useWording('settings');
  const options = roles.map(({ id, name, grantable }) => ({
    value: id,
    label: t.said(name),
    disabled: !grantable,
  }));
  const change = (at: number, part: Partial<(typeof draft.groupRoles)[number]>) =>
    put({
      groupRoles: draft.groupRoles.map((row, index) => (index === at ? { ...row, ...part } : row)),
    });
  return (
    <FormSection
      title={t('Roles')}
      description={t(
        'Roles named here follow the groups at every sign-in: who leaves a group loses its role. Others stay as they were given.',
      )}
    >
      <Field
        label={t('Claim with the groups')}
        help={t('As the provider names it in its answer.')}
        error={fields.groupClaim}
      >
        <Input
          value={draft.groupClaim}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => put({ groupClaim: event.target.value })}
        />
      </Field>
      {draft.groupRoles.length > 0 ? (
        <ul className="grid gap-3">
          {draft.groupRoles.map((row, at) => (
            <GroupLine
              // biome-ignore lint/suspicious/noArrayIndexKey: a line is nothing but its place
              key={at}
              row={row}
              options={options}
              errors={{
                group: fields[`groupRoles.${at}.group`],
                role: fields[`groupRoles.${at}.roleId`],
              }}
              onChange={(part) => change(at, part)}
              onRemove={() =>
                put({ groupRoles: draft.groupRoles.filter((_, index) => index !== at) })
              }
            />
          ))}
        </ul>
      ) : null}
      <div>
        <Button
          onClick={() =>
            put({
              groupRoles: [
                ...draft.groupRoles,
                { group: '', roleId: options.find(({ disabled }) => !disabled)?.value ?? '' },
              ],
            })
          }
        >
          <Plus aria-hidden />
          {t('Add group')}
        </Button>
      </div>
      <Field
        label={t('Without any of these groups')}
        help={t('For people who have no role here by other means.')}
        error={fields.defaultRoleId}
      >
        <Select
          value={draft.defaultRoleId ?? nobody}
          onValueChange={(value) => put({ defaultRoleId: value === nobody ? null : value })}
          options={[{ value: nobody, label: t('Do not let them in') }, ...options]}
        />
      </Field>
    </FormSection>
  );
}
