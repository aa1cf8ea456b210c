'use client';

import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Textarea } from '@/components/ui/textarea';
import { useWording } from '@/lib/language/wording-provider';
import { type BrandFieldsProps, FieldGroup } from './field-group';

/** From whom mails are, where answers go, and what stands below them. */
export function MailFields({ tokens, change, errors }: BrandFieldsProps) {
  const t = useWording('settings');
  const { mail } = tokens;
  const set = (part: Partial<typeof mail>) => change({ mail: { ...mail, ...part } });
  return (
    <FieldGroup title={t('Mails')} description={t('They have your colours and logo as well.')}>
      <Field label={t('Sender')} note={t('optional')} error={errors['mail.senderName']}>
        <Input
          value={mail.senderName}
          maxLength={60}
          placeholder={tokens.name}
          onChange={(event) => set({ senderName: event.target.value })}
        />
      </Field>
      <Field
        label={t('Answers go to')}
        note={t('optional')}
        help={t('Without it, answers to a mail reach nobody.')}
        error={errors['mail.replyTo']}
      >
        <Input
          type="email"
          value={mail.replyTo}
          maxLength={254}
          onChange={(event) => set({ replyTo: event.target.value })}
        />
      </Field>
      <Field
        label={t('Footer')}
        note={t('optional')}
        help={t('Your postal address or who you are. Stands below each mail.')}
        error={errors['mail.footer']}
      >
        <Textarea
          rows={3}
          value={mail.footer}
          maxLength={300}
          onChange={(event) => set({ footer: event.target.value })}
        />
      </Field>
    </FieldGroup>
  );
}
