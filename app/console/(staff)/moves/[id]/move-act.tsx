'use client';

import type { ComponentProps } from 'react';
import { ReasonDialog } from '@/components/forms/reason-dialog';
import { Button } from '@/components/ui/button';
import { FormSection } from '@/components/ui/form-section';
import { useWording } from '@/lib/language/wording-provider';

interface Props {
  verb: string;
  description: string;
  question: string;
  consequence: string;
  danger?: boolean;
  confirm: ComponentProps<typeof ReasonDialog>['confirm'];
}

/** One act with its reason. */
export function MoveAct(props: Props) {
  const t = useWording('console');
  const { verb, description, question, consequence, danger = false, confirm } = props;
  return (
    <FormSection danger={danger} title={verb} description={description}>
      <div>
        <ReasonDialog
          danger={danger}
          trigger={<Button variant={danger ? 'danger-quiet' : 'primary'}>{verb}</Button>}
          title={question}
          description={consequence}
          action={verb}
          done={t('{verb}: asked for', { verb })}
          confirm={confirm}
        />
      </div>
    </FormSection>
  );
}
