import { Logo } from './logo';

/** A tenant by picture and name, at the head of a page that has no frame. */
export const BrandLine = ({ name, logo }: { name: string; logo?: string | undefined }) => (
  <div className="flex items-center gap-2.5">
    <Logo name={name} src={logo} size="small" decorative />
    <span className="truncate font-semibold">{name}</span>
  </div>
);
