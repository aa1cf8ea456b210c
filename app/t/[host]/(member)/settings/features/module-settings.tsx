import type { MemberDoor } from '@/lib/doors/page';
import { fieldsOf } from '@/lib/tenancy/configuration/form';
import { configurationProcedures } from '@/lib/tenancy/configuration/procedures';
import { configs } from '@/lib/tenancy/configuration/registry';
import { SettingsForm } from './settings-form';

/** The settings of a module that is on, as its schema says; nothing for one that has none. */
export async function ModuleSettings({ door, module }: { door: MemberDoor; module: string }) {
  const spec = configs.get(module);
  if (!spec) return null;
  const { revision, document } = await door.call(configurationProcedures.get, { name: module });
  return (
    <SettingsForm
      key={revision}
      name={module}
      fields={fieldsOf(spec)}
      revision={revision}
      document={document}
    />
  );
}
