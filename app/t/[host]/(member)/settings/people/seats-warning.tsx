import { Banner } from '@/components/ui/banner';
import { useWording } from '@/lib/language/wording-provider';
import { type SeatFacts, seatsLeft } from './seat-facts';

interface Props {
  seats: SeatFacts;
  /** How many are about to be invited. */
  more: number;
}

/** Says before invitations leave that not all of them can be accepted. They may leave all the same. */
export function SeatsWarning({ seats, more }: Props) {
  const t = useWording('settings');
  const left = seatsLeft(seats);
  const invited = seats.invited + more;
  if (left === null || more === 0 || invited <= left) return null;
  return (
    <Banner tone="warning">
      {left === 0
        ? t('Every seat is taken. The links work as soon as one is free.')
        : t(
            'Seats left: {left}, open invitations with these: {invited}. Who answers first gets in.',
            {
              left,
              invited,
            },
          )}
    </Banner>
  );
}
