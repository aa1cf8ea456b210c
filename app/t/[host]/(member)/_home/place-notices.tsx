import { Banner } from '@/components/ui/banner';
import { buttonVariants } from '@/components/ui/button-variants';
import { LinkButton } from '@/components/ui/link-button';
import { wording } from '@/lib/language/request';
import type { HomePlace } from '@/lib/tenancy/home/overview';

interface Props {
  places: readonly HomePlace[];
  /** There are workspaces that were not asked. */
  more: boolean;
}

/** What is missing on the page, and why. */
export async function PlaceNotices({ places, more }: Props) {
  const t = await wording('member');
  const closed = places.filter(({ state }) => state === 'closed');
  const failed = places.filter(({ state }) => state === 'failed');
  return (
    <>
      {closed.map(({ slug, name }) => (
        <Banner
          key={slug}
          title={t('{name} wants you to sign in there', { name })}
          action={
            <a className={buttonVariants({ size: 'small' })} href={`/switch/${slug}`}>
              {t('Sign in there')}
            </a>
          }
        >
          {t(
            'Its rules of sign-in ask for more than you have proven here, so nothing of it is shown.',
          )}
        </Banner>
      ))}
      {failed.length > 0 ? (
        <Banner
          tone="warning"
          title={t('Some of your workspaces did not answer')}
          action={
            <LinkButton size="small" href="/">
              {t('Try again')}
            </LinkButton>
          }
        >
          {t('Missing here: {names}. Nothing there is lost.', {
            names: failed.map(({ name }) => name).join(', '),
          })}
        </Banner>
      ) : null}
      {more ? (
        <Banner title={t('You belong to more workspaces than are shown')}>
          {t('The first {count} by name are here. Switch to another one to see what is in it.', {
            count: places.length,
          })}
        </Banner>
      ) : null}
    </>
  );
}
