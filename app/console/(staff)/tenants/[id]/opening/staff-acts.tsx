'use client';

import { useState } from 'react';
import { ReasonDialog } from '@/components/forms/reason-dialog';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import type { OpeningFacts } from '@/lib/tenancy/opening/shapes';
import { giveUpOpening, retryOpening } from './actions';

/** What staff can do while the tenant is not open. */
export function StaffActs({ opening }: { opening: OpeningFacts }) {
  const { tenantId: id, state, name, slugLost } = opening;
  const [slug, setSlug] = useState(opening.slug);
  if (state === 'open' || state === 'leaving' || state === 'given_up') return null;
  return (
    <div className="flex flex-wrap gap-2">
      {state === 'failed' || state === 'retrying' ? (
        <ReasonDialog
          trigger={<Button variant="primary">Try again now</Button>}
          title={`Try again to open ${name}?`}
          description="It goes on where it stopped."
          action="Try again"
          done="Begun again"
          confirm={(reason) => retryOpening({ id, reason, ...(slugLost && { slug }) })}
        >
          {slugLost ? (
            <Field label="Another address">
              <Input
                value={slug}
                maxLength={40}
                autoComplete="off"
                spellCheck={false}
                onChange={(event) => setSlug(event.target.value.toLowerCase())}
              />
            </Field>
          ) : null}
        </ReasonDialog>
      ) : null}
      <ReasonDialog
        danger
        trigger={<Button variant="danger-quiet">Give up</Button>}
        title={`Give up opening ${name}?`}
        description="What was built is taken down, and the address is free again."
        action="Give up"
        done="Being taken down"
        confirm={(reason) => giveUpOpening({ id, reason })}
      />
    </div>
  );
}
