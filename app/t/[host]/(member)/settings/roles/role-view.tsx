import { Check, Minus } from 'lucide-react';
import { Badge } from '@/components/ui/badge';
import { FormSection } from '@/components/ui/form-section';
import { wording } from '@/lib/language/request';
import type { PermissionGroup } from './permission-groups';
import type { SeenPage } from './seen-pages';

interface Props {
  pages: SeenPage[];
  groups: PermissionGroup[];
  permissions: readonly string[];
}

/** What somebody with just these permissions finds: pages, then acts by module. */
export async function RoleView({ pages, groups, permissions }: Props) {
  const t = await wording('settings');
  return (
    <>
      <FormSection
        title={t('Pages')}
        description={t(
          'What stands in the navigation. The others are not shown, and refused by address.',
        )}
      >
        <ul className="grid gap-1.5 sm:grid-cols-2">
          {pages.map(({ path, title, open }) => (
            <Seen key={path} open={open} title={title} />
          ))}
        </ul>
      </FormSection>
      {groups.map((group) => (
        <FormSection
          key={group.title}
          title={group.title}
          description={group.off ? t('This module is turned off for everybody.') : undefined}
        >
          <ul className="grid gap-3">
            {group.permissions.map(({ id, title, acts }) => (
              <Seen
                key={id}
                open={!group.off && permissions.includes(id)}
                title={title}
                acts={acts}
              />
            ))}
          </ul>
        </FormSection>
      ))}
    </>
  );
}

async function Seen({ open, title, acts }: { open: boolean; title: string; acts?: string[] }) {
  const t = await wording('settings');
  const Icon = open ? Check : Minus;
  return (
    <li className="flex gap-2">
      <Icon
        aria-label={open ? t('Yes') : t('No')}
        className={open ? 'mt-0.5 size-4 shrink-0 text-mark' : 'mt-0.5 size-4 shrink-0 text-subtle'}
      />
      <span className="min-w-0">
        <span className={open ? 'block' : 'block text-muted'}>{title}</span>
        {open && acts && acts.length > 0 ? (
          <span className="mt-1 flex flex-wrap gap-1">
            {acts.map((act) => (
              <Badge key={act}>{act}</Badge>
            ))}
          </span>
        ) : null}
      </span>
    </li>
  );
}
