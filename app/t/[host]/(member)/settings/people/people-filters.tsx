'use client';

import { useQueryFilter } from '@/app/_shared/use-query-filter';
import { SearchInput } from '@/components/ui/search-input';
import { Select } from '@/components/ui/select';
import { useWording } from '@/lib/language/wording-provider';
import type { RoleChoice, TeamChoice } from './member-facts';

const states = [
  { value: 'any', label: 'Any state' },
  { value: 'active', label: 'Active' },
  { value: 'suspended', label: 'Suspended' },
  { value: 'unclaimed', label: 'Not come over' },
];

interface Props {
  roles: RoleChoice[];
  teams: TeamChoice[];
}

export function PeopleFilters({ roles, teams }: Props) {
  const t = useWording('settings');
  const { value, typed, set, type } = useQueryFilter('q');
  const byRole = [
    { value: 'any', label: t('Any role') },
    ...roles.map(({ key, name }) => ({ value: key, label: t.said(name) })),
  ];
  const byTeam = [
    { value: 'any', label: t('Any team') },
    ...teams.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <search className="flex flex-wrap items-center gap-2">
      <SearchInput
        value={typed}
        onValueChange={type}
        aria-label={t('Search people')}
        placeholder={t('Name or address')}
        className="w-full max-w-none sm:w-64"
      />
      <Select
        aria-label={t('Role')}
        className="w-36"
        options={byRole}
        value={value('role') || 'any'}
        onValueChange={(role) => set({ role: role === 'any' ? '' : role })}
      />
      {teams.length > 0 ? (
        <Select
          aria-label={t('Team')}
          className="w-36"
          options={byTeam}
          value={value('team') || 'any'}
          onValueChange={(team) => set({ team: team === 'any' ? '' : team })}
        />
      ) : null}
      <Select
        aria-label={t('State')}
        className="w-36"
        options={t.labelled(states)}
        value={value('state') || 'any'}
        onValueChange={(state) => set({ state: state === 'any' ? '' : state })}
      />
    </search>
  );
}
