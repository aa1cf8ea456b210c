'use client';

import { valueWord } from '@/app/_shared/flag-value';
import type { PlanChanges } from '@/lib/billing/changes';
import { useWording } from '@/lib/language/wording-provider';
import { countWords, limitTitles, maxWords, tierTitles } from './plan-words';

/** What exactly would be another way, worst first. */
export function ChangesList({ changes }: { changes: PlanChanges }) {
  const t = useWording('plans');
  const lines = linesOf(t, changes);
  if (lines.length === 0) return <p className="text-muted text-sm">{t('Nothing changes.')}</p>;
  return (
    <ul className="grid gap-1 text-sm">
      {lines.map(({ text, grave }) => (
        <li key={text} className={grave ? 'font-medium text-warning-text' : 'text-muted'}>
          {text}
        </li>
      ))}
    </ul>
  );
}

type Words = ReturnType<typeof useWording<'plans'>>;

function linesOf(t: Words, changes: PlanChanges) {
  const limits = changes.limits.map(({ name, before, after, soft, used, over }) => ({
    grave: over,
    text: over
      ? t('{limit}: {used} of {max}. What is here stays; nothing more comes in.', {
          limit: t(limitTitles[name]),
          used: countWords(t, name, used),
          max: maxWords(t, name, after),
        })
      : before === after
        ? t(
            soft
              ? '{limit}: {max}, and more is let in all the same'
              : '{limit}: {max}, and nothing more comes in',
            { limit: t(limitTitles[name]), max: maxWords(t, name, after) },
          )
        : before === null
          ? t('{limit}: {after}, unlimited so far', {
              limit: t(limitTitles[name]),
              after: maxWords(t, name, after),
            })
          : t('{limit}: {after} instead of {before}', {
              limit: t(limitTitles[name]),
              after: maxWords(t, name, after),
              before: maxWords(t, name, before),
            }),
  }));
  const modules = changes.modules.map(({ title, comes }) => ({
    grave: !comes,
    text: comes
      ? t('{module} comes with it', { module: t.said(title) })
      : t('{module} goes; its data is kept', { module: t.said(title) }),
  }));
  const tiers = changes.tiers.map(({ tier, comes, present }) => ({
    grave: present && !comes,
    text: comes
      ? t('{tier} may be asked for', { tier: t(tierTitles[tier]) })
      : present
        ? t('{tier} is not part of it: the data stays where it is until it is moved', {
            tier: t(tierTitles[tier]),
          })
        : t('{tier} may not be asked for', { tier: t(tierTitles[tier]) }),
  }));
  const flags = changes.flags.map(({ title, before, after }) => ({
    grave: false,
    text: t('{flag}: {after} instead of {before}', {
      flag: t.said(title),
      after: t.said(valueWord(after)),
      before: t.said(valueWord(before)),
    }),
  }));
  const { whiteLabel } = changes;
  const brand = whiteLabel
    ? [
        {
          grave: !whiteLabel.comes,
          text: whiteLabel.comes
            ? t('The platform’s name can be left out of pages')
            : t('The platform’s name shows on pages, whatever the branding says'),
        },
      ]
    : [];
  const all = [...limits, ...modules, ...tiers, ...brand, ...flags];
  return [...all.filter(({ grave }) => grave), ...all.filter(({ grave }) => !grave)];
}
