import type { HomePlace } from '@/lib/tenancy/home/overview';
import { PlaceDot } from './place-dot';

/** Which workspace something is in, by its colour and name. */
export const PlaceName = ({ place }: { place: HomePlace | undefined }) =>
  place ? (
    <span className="inline-flex min-w-0 items-center gap-1.5">
      <PlaceDot color={place.color} />
      <span className="truncate">{place.name}</span>
    </span>
  ) : null;
