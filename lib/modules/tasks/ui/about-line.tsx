import Link from 'next/link';
import type { Wording } from '@/lib/language/wording';
import type { TopicShown } from '@/lib/tenancy/topics/shapes';

interface Props {
  about: TopicShown | null;
  t: Wording<'tasks'>;
  /** Without a way to it, where it stands inside a link. */
  plain?: boolean;
}

/** What a task is about, as far as the reader may know. */
export function AboutLine({ about, t, plain = false }: Props) {
  if (!about) return null;
  const { thing } = about;
  if (!thing) return <>{t('About something that is gone, or that you cannot see')}</>;
  const { title, place, path } = thing;
  const name = t.said(title);
  if (plain) return <>{t('About {name} in {place}', { name, place })}</>;
  return t.rich('About <link>{name}</link> in {place}', {
    ...{ name, place },
    link: (inner: string) => (
      <Link href={path} className="text-link underline underline-offset-2">
        {inner}
      </Link>
    ),
  });
}
