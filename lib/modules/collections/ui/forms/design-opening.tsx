'use client';

import { Checkbox } from '@/components/ui/checkbox';
import { Choice } from '@/components/ui/choice';
import { DateInput } from '@/components/ui/date-input';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { useWording } from '@/lib/language/wording-provider';
import type { DesignPartProps } from './design-words';

/** When the form takes answers, how many, and who hears of them. */
export function DesignOpening(props: DesignPartProps & { answers: number }) {
  const t = useWording('collections');
  const { draft, errors, put, answers } = props;
  return (
    <section aria-labelledby="form-opening" className="flex flex-col gap-4">
      <h2 id="form-opening" className="font-semibold">
        {t('Answers')}
      </h2>
      <div className="grid gap-4 sm:grid-cols-3">
        <Field label={t('First day')} note={t('optional')} error={errors.opensOn}>
          <DateInput
            value={draft.opensOn}
            onChange={(event) => put({ opensOn: event.target.value })}
          />
        </Field>
        <Field label={t('Last day')} note={t('optional')} error={errors.closesOn}>
          <DateInput
            value={draft.closesOn}
            onChange={(event) => put({ closesOn: event.target.value })}
          />
        </Field>
        <Field
          label={t('Answers at most')}
          note={t('optional')}
          help={t('{answers, plural, one {# answer} other {# answers}} so far', { answers })}
          error={errors.maxAnswers}
        >
          <Input
            type="number"
            min={1}
            value={draft.maxAnswers}
            onChange={(event) => put({ maxAnswers: event.target.value })}
          />
        </Field>
      </div>
      <Choice label={t('Mail me about each answer')}>
        <Checkbox
          checked={draft.mailsMe}
          onCheckedChange={(checked) => put({ mailsMe: checked === true })}
        />
      </Choice>
    </section>
  );
}
