'use client';

import { Checkbox } from '@/components/ui/checkbox';
import { Choice } from '@/components/ui/choice';
import { Field as FormField } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { mediaKindFacts, mediaKinds } from '@/lib/files/media-kinds';
import { useWording } from '@/lib/language/wording-provider';
import type { FieldDraft } from './field-draft';

interface Props {
  draft: FieldDraft;
  errors: Record<string, string>;
  put: (part: Partial<FieldDraft>) => void;
}

/** How many files a record holds, how large, and of which kinds. */
export function FileSettings({ draft, errors, put }: Props) {
  const t = useWording('collections');
  const count = (name: 'maxFiles' | 'maxMegabytes', label: string, usual: string) => (
    <FormField label={label} note={t('optional')} error={errors[`options.${name}`]}>
      <Input
        type="number"
        min={1}
        step={1}
        placeholder={usual}
        value={draft[name]}
        onChange={(event) => put({ [name]: event.target.value })}
      />
    </FormField>
  );
  return (
    <>
      <div className="grid grid-cols-2 gap-3">
        {count('maxFiles', t('Files at most'), '20')}
        {count('maxMegabytes', t('Largest, in MB'), '10')}
      </div>
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-1.5 font-medium">{t('Kinds of files')}</legend>
        <div className="grid grid-cols-2 gap-x-3 gap-y-2">
          {mediaKinds.map((kind) => (
            <Choice key={kind} label={inCapitals(t.said(mediaKindFacts[kind].words))}>
              <Checkbox
                checked={draft.kinds.includes(kind)}
                onCheckedChange={(checked) =>
                  put({
                    kinds: mediaKinds.filter((one) =>
                      one === kind ? checked === true : draft.kinds.includes(one),
                    ),
                  })
                }
              />
            </Choice>
          ))}
        </div>
        <p className="text-muted text-sm">{t('None chosen takes every kind.')}</p>
      </fieldset>
    </>
  );
}

const inCapitals = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
