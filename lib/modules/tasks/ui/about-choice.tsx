'use client';

import { Button } from '@/components/ui/button';
import { useWording } from '@/lib/language/wording-provider';
import type { SectionProps } from './words-section';

/** What the task is about, where it is about something, with the way to undo that. */
export function AboutChoice({ draft, fields, onChange }: SectionProps) {
  const t = useWording('tasks');
  const { about } = draft;
  if (!about) return null;
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex flex-wrap items-center justify-between gap-2 rounded-control border border-line px-3 py-2">
        <span className="min-w-0 break-words text-sm">
          {about.title === null
            ? t('About something that is gone, or that you cannot see')
            : t('About {name} in {place}', { name: t.said(about.title), place: about.place })}
        </span>
        <Button size="small" variant="ghost" onClick={() => onChange({ about: null })}>
          {t('Take away')}
        </Button>
      </div>
      {fields.about ? (
        <p role="alert" className="text-danger-text text-sm">
          {fields.about}
        </p>
      ) : null}
    </div>
  );
}
