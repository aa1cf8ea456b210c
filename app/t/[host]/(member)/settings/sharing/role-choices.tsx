import { Checkbox } from '@/components/ui/checkbox';
import { Choice } from '@/components/ui/choice';
import type { BuiltInRole } from '@/lib/access/permissions';

interface Props {
  legend: string;
  help: string;
  error: string | undefined;
  roles: { key: BuiltInRole; name: string }[];
  chosen: BuiltInRole[];
  onChange: (chosen: BuiltInRole[]) => void;
}

/** Built-in roles, each by a checkbox. */
export function RoleChoices({ legend, help, error, roles, chosen, onChange }: Props) {
  const toggle = (key: BuiltInRole, on: boolean) =>
    onChange(on ? [...chosen, key] : chosen.filter((one) => one !== key));
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1.5 font-medium text-sm">{legend}</legend>
      <div className="grid gap-2 sm:grid-cols-2">
        {roles.map(({ key, name }) => (
          <Choice key={key} label={name}>
            <Checkbox
              checked={chosen.includes(key)}
              onCheckedChange={(on) => toggle(key, on === true)}
            />
          </Choice>
        ))}
      </div>
      {error ? (
        <p role="alert" className="text-danger-text text-sm">
          {error}
        </p>
      ) : (
        <p className="text-muted text-sm">{help}</p>
      )}
    </fieldset>
  );
}
