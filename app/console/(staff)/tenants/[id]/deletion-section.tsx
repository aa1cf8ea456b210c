'use client';

import { useState } from 'react';
import { ReasonDialog } from '@/components/forms/reason-dialog';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FormSection } from '@/components/ui/form-section';
import { Input } from '@/components/ui/input';
import { cancelDeletion, postponeDeletion } from '../../deletions/actions';

interface Props {
  id: string;
  name: string;
}

/** What staff can do about a tenant that asked to go. */
export function DeletionSection({ id, name }: Props) {
  const [days, setDays] = useState('14');
  return (
    <FormSection
      title="Deletion"
      description="Its admins asked for it and can cancel it themselves until the end."
    >
      <div className="flex flex-wrap gap-2">
        <ReasonDialog
          trigger={<Button variant="primary">Cancel deletion</Button>}
          title={`Keep ${name}?`}
          description="Everything stays as it is. Its admins read your reason in their audit trail."
          action="Cancel deletion"
          done={`${name} stays`}
          help="Read by the tenant’s admins and in the staff audit."
          confirm={(reason) => cancelDeletion({ id, reason })}
        />
        <ReasonDialog
          trigger={<Button>Postpone</Button>}
          title={`Put the end of ${name} off?`}
          description="It goes on until then. Its admins see the new day."
          action="Postpone"
          done="Deletion put off"
          help="Read by the tenant’s admins and in the staff audit."
          confirm={(reason) => postponeDeletion({ id, days: Number(days), reason })}
        >
          <Field label="Days later">
            <Input
              type="number"
              min={1}
              max={90}
              value={days}
              onChange={(event) => setDays(event.target.value)}
            />
          </Field>
        </ReasonDialog>
      </div>
    </FormSection>
  );
}
