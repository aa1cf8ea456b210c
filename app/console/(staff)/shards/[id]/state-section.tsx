'use client';

import { ReasonDialog } from '@/components/forms/reason-dialog';
import { Button } from '@/components/ui/button';
import { FormSection } from '@/components/ui/form-section';
import { useWording } from '@/lib/language/wording-provider';
import { changeShardState } from '../actions';

type Wanted = 'open' | 'closed' | 'draining';

interface Props {
  id: string;
  name: string;
  wanted: Wanted;
}

const turns = {
  open: {
    verb: 'Open shard',
    question: 'Open {name}?',
    done: '{name} is open',
    why: 'New tenants are placed here again.',
  },
  closed: {
    verb: 'Close shard',
    question: 'Close {name}?',
    done: '{name} is closed',
    why: 'No new tenant is placed here. Those who live here notice nothing.',
  },
  draining: {
    verb: 'Drain shard',
    question: 'Drain {name}?',
    done: '{name} is draining',
    why: 'No new tenant is placed here, and colleagues see that it is to be emptied.',
  },
} as const;

/** Opening, closing and draining, each with its reason. */
export function StateSection({ id, name, wanted }: Props) {
  const t = useWording('console');
  const others = (['open', 'closed', 'draining'] as const).filter((state) => state !== wanted);
  return (
    <FormSection title={t('State')} description={t('Tenants who live here stay where they are.')}>
      <div className="flex flex-wrap gap-2">
        {others.map((state) => (
          <Turn key={state} id={id} name={name} state={state} />
        ))}
      </div>
    </FormSection>
  );
}

function Turn({ id, name, state }: { id: string; name: string; state: Wanted }) {
  const t = useWording('console');
  const { question, done, why } = turns[state];
  const verb = t(turns[state].verb);
  return (
    <ReasonDialog
      danger={state !== 'open'}
      trigger={<Button variant={state === 'open' ? 'primary' : 'secondary'}>{verb}</Button>}
      title={t(question, { name })}
      description={t(why)}
      action={verb}
      done={t(done, { name })}
      confirm={(reason) => changeShardState({ id, state, reason })}
    />
  );
}
