'use client';

import { useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Checkbox } from '@/components/ui/checkbox';
import { Choice } from '@/components/ui/choice';
import { SearchInput } from '@/components/ui/search-input';
import { Skeleton } from '@/components/ui/skeleton';
import { useWording } from '@/lib/language/wording-provider';
import { usePeople } from './use-people';

interface Props {
  teamId: string;
  chosen: string[];
  onChange: (userIds: string[]) => void;
}

/** Members to choose several of; who is chosen stays so while others are searched for. */
export function PeoplePicker({ teamId, chosen, onChange }: Props) {
  const t = useWording('settings');
  const [letters, setLetters] = useState('');
  const found = usePeople(letters);
  const toggle = (userId: string, on: boolean) =>
    onChange(on ? [...chosen, userId] : chosen.filter((one) => one !== userId));
  return (
    <>
      <SearchInput
        value={letters}
        onValueChange={setLetters}
        aria-label={t('Search people')}
        placeholder={t('Name or address')}
        className="w-full max-w-none"
      />
      {found?.failed ? (
        <Banner tone="danger">{t('People could not be read. Try again.')}</Banner>
      ) : null}
      {found ? (
        <ul className="flex max-h-72 min-h-24 flex-col gap-2.5 overflow-y-auto py-1">
          {found.people.map(({ userId, name, email, teams }) => {
            const isIn = teams.some(({ id }) => id === teamId);
            return (
              <li key={userId}>
                <Choice label={name} help={isIn ? t('Belongs to this team') : email}>
                  <Checkbox
                    checked={isIn || chosen.includes(userId)}
                    disabled={isIn}
                    onCheckedChange={(on) => toggle(userId, on === true)}
                  />
                </Choice>
              </li>
            );
          })}
          {found.people.length === 0 && !found.failed ? (
            <li className="text-muted">{t('Nobody matches')}</li>
          ) : null}
        </ul>
      ) : (
        <Skeleton className="h-24" />
      )}
    </>
  );
}
