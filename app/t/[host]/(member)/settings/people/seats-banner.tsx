import { Banner } from '@/components/ui/banner';
import { wording } from '@/lib/language/request';
import { type SeatFacts, seatsLeft } from './seat-facts';

/** Says that nobody can come in, and that more are invited than there are seats. */
export async function SeatsBanner({ seats }: { seats: SeatFacts }) {
  const t = await wording('settings');
  const left = seatsLeft(seats);
  if (left === 0) {
    return (
      <Banner tone="warning" title={t('Every seat is taken')}>
        {t(
          'Nobody else can join, whether invited or not. Remove somebody to free a seat, or ask the platform for more.',
        )}
      </Banner>
    );
  }
  if (left === null || seats.invited <= left) return null;
  return (
    <Banner tone="warning" title={t('More people are invited than seats are left')}>
      {t('Seats left: {left}, open invitations: {invited}. Who answers first gets in.', {
        left,
        invited: seats.invited,
      })}
    </Banner>
  );
}
