import { valuesOf, valueWord } from '@/app/_shared/flag-value';
import { DescriptionList } from '@/components/ui/description-list';
import { wording } from '@/lib/language/request';
import type { FlagDetail } from '@/lib/platform/flags/shapes';
import { ExpiryDay } from '../expiry-day';

/** A flag as the code defines it. */
export async function FlagFacts({ flag }: { flag: FlagDetail }) {
  const t = await wording('console');
  const word = (value: FlagDetail['off']) => t.said(valueWord(value));
  const { shape } = flag;
  const range =
    shape.type === 'number'
      ? t('{min} to {max}', { min: shape.min, max: shape.max })
      : valuesOf(shape).map(word).join(', ');
  return (
    <DescriptionList
      items={[
        { id: 'key', term: t('Key'), value: <code>{flag.flag}</code> },
        { id: 'values', term: t('Can be'), value: range },
        { id: 'default', term: t('The default'), value: word(flag.default) },
        { id: 'off', term: t('While killed'), value: word(flag.off) },
        { id: 'owner', term: t('Answered for by'), value: t.said(flag.owner) },
        { id: 'expires', term: t('Looked at anew by'), value: <ExpiryDay day={flag.expires} /> },
        {
          id: 'keyed',
          term: t('A share is of'),
          value: flag.keyedBy === 'tenant' ? t('Tenants') : t('People'),
        },
        {
          id: 'choosable',
          term: t('Tenants choose'),
          value: flag.choosable ? t('Their admins may') : t('No'),
        },
        {
          id: 'published',
          term: t('Seen by tenants'),
          value: flag.published ? t('Yes') : t('No, the server alone'),
        },
      ]}
    />
  );
}
