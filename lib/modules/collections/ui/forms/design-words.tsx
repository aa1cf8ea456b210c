'use client';

import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Textarea } from '@/components/ui/textarea';
import { useWording } from '@/lib/language/wording-provider';
import type { DesignDraft } from './design-draft';

export interface DesignPartProps {
  draft: DesignDraft;
  errors: Record<string, string>;
  put: (part: Partial<DesignDraft>) => void;
}

/** What stands above the form, and what comes after it. */
export function DesignWords({ draft, errors, put }: DesignPartProps) {
  const t = useWording('collections');
  return (
    <section aria-labelledby="form-words" className="flex flex-col gap-4">
      <h2 id="form-words" className="font-semibold">
        {t('Words')}
      </h2>
      <Field label={t('Title')} error={errors.title}>
        <Input
          value={draft.title}
          maxLength={120}
          onChange={(event) => put({ title: event.target.value })}
        />
      </Field>
      <Field label={t('Introduction')} note={t('optional')} error={errors.intro}>
        <Textarea
          value={draft.intro}
          maxLength={2_000}
          onChange={(event) => put({ intro: event.target.value })}
        />
      </Field>
      <Field label={t('Thanks')} note={t('optional')} error={errors.thanks}>
        <Textarea
          value={draft.thanks}
          maxLength={2_000}
          placeholder={t('Thank you. Your answers have arrived.')}
          onChange={(event) => put({ thanks: event.target.value })}
        />
      </Field>
      <Field
        label={t('Lead on to')}
        note={t('optional')}
        help={t('An address on the web, instead of the thanks.')}
        error={errors.redirectUrl}
      >
        <Input
          type="url"
          placeholder="https://"
          value={draft.redirectUrl}
          onChange={(event) => put({ redirectUrl: event.target.value })}
        />
      </Field>
    </section>
  );
}
