'use client';

import { useState } from 'react';
import { limitTitles, tierTitles } from '@/app/_shared/plans/plan-words';
import { Form } from '@/components/forms/form';
import { useFreshPage } from '@/components/forms/use-fresh-page';
import { useSubmit } from '@/components/forms/use-submit';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Choice } from '@/components/ui/choice';
import { Field } from '@/components/ui/field';
import { FormSection } from '@/components/ui/form-section';
import { Input } from '@/components/ui/input';
import { notify } from '@/components/ui/notify';
import { RadioGroup } from '@/components/ui/radio-group';
import { type LimitName, limitNames } from '@/lib/billing/limit-names';
import type { PlanTerms } from '@/lib/billing/terms';
import type { Plain } from '@/lib/language/wording';
import { useWording } from '@/lib/language/wording-provider';
import type { FlagHere } from '@/lib/tenancy/flags/shapes';
import { tiers } from '@/lib/tenancy/tiers';
import { ValueField } from '../../flags/value-field';
import { savePlan } from '../actions';
import { type Draft, draftOf, termsOf } from './draft';
import { LimitFields } from './limit-fields';
import { PriceList } from './price-list';
import { RateFields } from './rate-fields';

interface Props {
  id: string;
  /** Of the draft; 0 where saving begins one. */
  revision: number;
  terms: PlanTerms;
  modules: { module: string; title: string }[];
  flags: { key: string; title: string; shape: FlagHere['shape'] }[];
}

/** Everything that a plan says, written as its draft. */
export function DraftForm({ id, revision, terms, modules, flags }: Props) {
  const t = useWording('plans');
  const freshPage = useFreshPage();
  const [draft, setDraft] = useState(draftOf(terms));
  const { pending, error, fields, submit } = useSubmit(savePlan, () => {
    // Said once publishing names what was saved.
    freshPage().then(() => notify.done(t('Draft saved')));
  });
  const put = (part: Partial<Draft>) => setDraft((was) => ({ ...was, ...part }));
  const first = Object.entries(fields)[0];
  const unshown = first && !shown.some((path) => first[0].startsWith(path)) ? first[1] : undefined;
  return (
    <Form
      className="flex flex-col gap-6"
      onSend={() => submit({ id, revision, terms: termsOf(draft) })}
    >
      {(error ?? unshown) ? <Banner tone="danger">{error ?? unshown}</Banner> : null}
      <FormSection title={t('What it is')}>
        <Field label={t('Description')} error={fields['terms.description']}>
          <Input
            value={draft.description}
            maxLength={200}
            autoComplete="off"
            onChange={({ target }) => put({ description: target.value })}
          />
        </Field>
        <RadioGroup
          aria-label={t('Signed by')}
          value={draft.signing}
          onValueChange={(signing) => put({ signing: signing as Draft['signing'] })}
          options={[
            {
              value: 'self',
              label: t('The tenant signs'),
              help: t('It holds at once, and is free or invoiced by hand.'),
            },
            {
              value: 'payment',
              label: t('The tenant pays'),
              help: t('It holds once it is paid at Stripe. Without Stripe, staff sign it.'),
            },
            {
              value: 'staff',
              label: t('Staff sign'),
              help: t('A tenant asks for it and waits.'),
            },
          ]}
        />
        {fields['terms.signing'] ? (
          <p role="alert" className="text-danger-text text-sm">
            {fields['terms.signing']}
          </p>
        ) : null}
        {draft.signing === 'payment' ? (
          <Field
            label={t('Free days')}
            help={t('Before the first payment, once for each tenant. 0 for none.')}
            error={fields['terms.trialDays']}
          >
            <Input
              value={draft.trialDays}
              inputMode="numeric"
              autoComplete="off"
              onChange={({ target }) => put({ trialDays: target.value })}
            />
          </Field>
        ) : null}
      </FormSection>
      <FormSection
        title={t('Limits')}
        description={t('Empty for no limit. A soft one lets more in and says so.')}
      >
        {limitNames.map((name) => (
          <LimitFields
            key={name}
            title={t(limitTitles[name])}
            help={limitHelp[name] && t(limitHelp[name])}
            limit={draft.limits[name]}
            error={fields[`terms.limits.${name}.max`] ?? fields[`terms.limits.${name}.warnPercent`]}
            onChange={(limit) => put({ limits: { ...draft.limits, [name]: limit } })}
          />
        ))}
      </FormSection>
      <RateFields draft={draft} fields={fields} onChange={put} />
      <FormSection title={t('Features')} description={t('Modules and tiers that come with it.')}>
        <fieldset className="grid gap-2">
          <legend className="mb-1.5 font-medium text-sm">{t('Modules')}</legend>
          {modules.map(({ module, title }) => (
            <Choice key={module} label={t.said(title)}>
              <Checkbox
                checked={!draft.withoutModules.includes(module)}
                onCheckedChange={(comes) =>
                  put({ withoutModules: toggled(draft.withoutModules, module, !comes) })
                }
              />
            </Choice>
          ))}
          {fields['terms.withoutModules'] ? (
            <p role="alert" className="text-danger-text text-sm">
              {fields['terms.withoutModules']}
            </p>
          ) : null}
        </fieldset>
        <fieldset className="grid gap-2">
          <legend className="mb-1.5 font-medium text-sm">{t('Isolation tiers')}</legend>
          {tiers.map((tier) => (
            <Choice key={tier} label={t(tierTitles[tier])}>
              <Checkbox
                checked={draft.tiers.includes(tier)}
                onCheckedChange={(comes) =>
                  put({ tiers: toggled(draft.tiers, tier, comes === true) })
                }
              />
            </Choice>
          ))}
          {fields['terms.tiers'] ? (
            <p role="alert" className="text-danger-text text-sm">
              {fields['terms.tiers']}
            </p>
          ) : null}
        </fieldset>
        <Choice
          label={t('White-label')}
          help={t(
            'Where a tenant’s branding says so. Else its sign-in page and forms name the platform.',
          )}
        >
          <Checkbox
            checked={draft.whiteLabel}
            onCheckedChange={(comes) => put({ whiteLabel: comes === true })}
          />
        </Choice>
      </FormSection>
      <FormSection
        title={t('Flags')}
        description={t('What each is where staff, the tenant and its roles say nothing.')}
      >
        <div className="grid gap-4 sm:grid-cols-2">
          {flags.map(({ key, title, shape }) => (
            <ValueField
              key={key}
              label={t.said(title)}
              shape={shape}
              value={draft.flags[key] ?? null}
              error={fields[`terms.flags.${key}`]}
              onChange={(value) => put({ flags: without(draft.flags, key, value) })}
            />
          ))}
        </div>
      </FormSection>
      <FormSection
        title={t('Prices')}
        description={t(
          'In the smallest unit of a currency, such as cents. A plan that is paid for needs a flat price or one per member in each currency and interval.',
        )}
      >
        <PriceList prices={draft.prices} fields={fields} onChange={(prices) => put({ prices })} />
      </FormSection>
      <div>
        <Button type="submit" pending={pending}>
          {revision === 0 ? t('Begin a draft') : t('Save draft')}
        </Button>
      </div>
    </Form>
  );
}

const limitHelp: Partial<Record<LimitName, Plain<'plans'>>> = {
  storage: 'In bytes: 1 GB is 1000000000.',
  webhooks: 'A workspace has up to 10 in any case.',
  tokens: 'Of people and of the workspace together.',
};

/** Where messages stand beside what they are about. */
const shown = [
  'terms.description',
  'terms.signing',
  'terms.trialDays',
  'terms.limits.',
  'terms.rates.',
  'terms.queueWeight',
  'terms.statementSeconds',
  'terms.withoutModules',
  'terms.tiers',
  'terms.flags.',
  'terms.prices.',
];

const toggled = <T extends string>(list: readonly T[], one: T, isIn: boolean): T[] =>
  isIn ? [...new Set([...list, one])] : list.filter((other) => other !== one);

function without(flags: Draft['flags'], key: string, value: FlagHere['value'] | null) {
  const { [key]: _, ...others } = flags;
  return value === null ? others : { ...others, [key]: value };
}
