'use client';

import { ColorInput } from '@/components/ui/color-input';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { Select } from '@/components/ui/select';
import { useWording } from '@/lib/language/wording-provider';
import { presets } from '@/lib/tenancy/branding/presets';
import type { Adjustment } from '@/lib/tenancy/branding/primary';
import type { BrandTokens } from '@/lib/tenancy/branding/tokens';
import { ContrastNotes } from './contrast-notes';
import { type BrandFieldsProps, FieldGroup } from './field-group';
import { Labelled } from './labelled';

const swatches = presets.map(({ title, look }) => ({ value: look.color, label: title }));
const radii = [
  { value: '0', label: 'Square' },
  { value: '4', label: 'Slight' },
  { value: '8', label: 'Round' },
  { value: '12', label: 'Soft' },
];
const densities = [
  { value: 'comfortable', label: 'Comfortable' },
  { value: 'compact', label: 'Compact' },
];
const appearances = [
  { value: 'system', label: 'As the device' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
];
const fonts = [
  { value: 'inter', label: 'Inter' },
  { value: 'pretendard', label: 'Pretendard' },
  { value: 'system', label: 'The device’s own' },
];

export function LookFields({
  tokens,
  change,
  errors,
  adjustments,
}: BrandFieldsProps & { adjustments: Adjustment[] }) {
  const t = useWording('settings');
  return (
    <FieldGroup title={t('Look')}>
      <Field label={t('Name')} help={t('As people know you.')} error={errors.name}>
        <Input
          value={tokens.name}
          maxLength={60}
          onChange={(event) => change({ name: event.target.value })}
        />
      </Field>
      <Field
        label={t('Colour')}
        help={t('All other colours are worked out from it, for light and dark.')}
        error={errors.color}
      >
        <ColorInput
          value={tokens.color}
          onValueChange={(color) => change({ color })}
          swatches={t.labelled(swatches)}
        />
      </Field>
      <ContrastNotes adjustments={adjustments} onUse={(color) => change({ color })} />
      <Labelled label={t('Corners')}>
        <SegmentedControl
          label={t('Corners')}
          segments={t.labelled(radii)}
          value={String(tokens.radius)}
          onValueChange={(radius) => change({ radius: Number(radius) as BrandTokens['radius'] })}
        />
      </Labelled>
      <Labelled label={t('Density')}>
        <SegmentedControl
          label={t('Density')}
          segments={t.labelled(densities)}
          value={tokens.density}
          onValueChange={(density) => change({ density: density as BrandTokens['density'] })}
        />
      </Labelled>
      <Labelled label={t('Light or dark')} help={t('Until a person chooses for themselves.')}>
        <SegmentedControl
          label={t('Light or dark')}
          segments={t.labelled(appearances)}
          value={tokens.appearance}
          onValueChange={(look) => change({ appearance: look as BrandTokens['appearance'] })}
        />
      </Labelled>
      <Field label={t('Font')}>
        <Select
          options={t.labelled(fonts)}
          value={tokens.font}
          onValueChange={(font) => change({ font: font as BrandTokens['font'] })}
        />
      </Field>
    </FieldGroup>
  );
}
