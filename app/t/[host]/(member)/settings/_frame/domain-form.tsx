'use client';

import { Form } from '@/components/forms/form';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FormSection } from '@/components/ui/form-section';
import { Input } from '@/components/ui/input';
import { useWording } from '@/lib/language/wording-provider';

interface Props {
  description: string;
  example: string;
  isFirst: boolean;
  value: string;
  onValueChange: (value: string) => void;
  pending: boolean;
  /** What concerns the whole form. */
  error: string | undefined;
  /** What concerns the name. */
  fieldError: string | undefined;
  onSend: () => void;
}

/** Takes the name of a domain whose records are then to be set. */
export function DomainForm(props: Props) {
  const { description, example, isFirst, value, pending, error } = props;
  const t = useWording('settings');
  return (
    <FormSection title={t('Add a domain')} description={description}>
      <Form className="grid gap-3" onSend={props.onSend}>
        {error ? <Banner tone="danger">{error}</Banner> : null}
        <Field label={t('Domain')} error={props.fieldError}>
          <Input
            value={value}
            placeholder={example}
            inputMode="url"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            onChange={(event) => props.onValueChange(event.target.value)}
          />
        </Field>
        <div>
          <Button
            type="submit"
            variant={isFirst ? 'primary' : 'secondary'}
            pending={pending}
            disabled={!value.trim()}
          >
            {t('Add domain')}
          </Button>
        </div>
      </Form>
    </FormSection>
  );
}
