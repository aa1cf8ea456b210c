'use client';

import { Checkbox } from '@/components/ui/checkbox';
import { Choice } from '@/components/ui/choice';
import { useWording } from '@/lib/language/wording-provider';

export interface RoleHere {
  id: string;
  name: string;
  /** Whether the reader may give it. */
  grantable: boolean;
}

interface Props {
  legend: string;
  roles: readonly RoleHere[];
  value: readonly string[];
  error?: string | undefined;
  /** Whether only roles that the reader may give can be chosen. */
  giving?: boolean;
  onChange: (ids: string[]) => void;
}

/** Some of the roles of the workspace. */
export function RoleChoice({ legend, roles, value, error, giving = false, onChange }: Props) {
  const t = useWording('userPlans');
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1.5 font-medium text-sm">{legend}</legend>
      {roles.map(({ id, name, grantable }) => (
        <Choice key={id} label={t.said(name)}>
          <Checkbox
            checked={value.includes(id)}
            disabled={giving && !grantable && !value.includes(id)}
            onCheckedChange={(chosen) =>
              onChange(chosen === true ? [...value, id] : value.filter((one) => one !== id))
            }
          />
        </Choice>
      ))}
      {error ? (
        <p role="alert" className="text-danger-text text-sm">
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}
