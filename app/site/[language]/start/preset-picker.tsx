import { useWording } from '@/lib/language/wording-provider';
import { presets } from '@/lib/tenancy/branding/presets';
import type { StepProps } from './step-props';

/** Looks to start from: the name, the colour and the corners of each. */
export function PresetPicker({ draft, change }: Pick<StepProps, 'draft' | 'change'>) {
  const t = useWording('start');
  return (
    <fieldset>
      <legend className="mb-2 font-medium text-sm">{t('Preset')}</legend>
      <div className="grid grid-cols-2 gap-2 sm:grid-cols-4">
        {presets.map(({ id, title, look }) => (
          <label
            key={id}
            className="flex items-center gap-2 rounded-panel border border-line px-2.5 py-2 transition-colors hover:bg-surface-hover has-checked:border-mark has-checked:bg-surface-selected has-focus-visible:outline-2 has-focus-visible:outline-focus"
          >
            <input
              type="radio"
              name="preset"
              className="sr-only"
              checked={draft.preset === id}
              onChange={() => change({ preset: id, color: look.color, radius: look.radius ?? 8 })}
            />
            <span
              aria-hidden
              className="size-4 shrink-0 border border-line"
              style={{ background: look.color, borderRadius: `${(look.radius ?? 8) / 2}px` }}
            />
            <span className="truncate">{t.said(title)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
