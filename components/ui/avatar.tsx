import { cn } from './cn';
import { initialsOf } from './initials';

export type AvatarProps = {
  name: string;
  src?: string;
  size?: 'small' | 'medium' | 'large';
  className?: string;
};

const sizes = {
  small: 'size-5 text-[0.5625rem]',
  medium: 'size-7 text-xs',
  large: 'size-12 text-lg',
};

/** A person's picture, or their initials. Always stands beside the name, so it is hidden from readers. */
export const Avatar = ({ name, src, size = 'medium', className }: AvatarProps) => (
  <span
    aria-hidden
    className={cn(
      'relative inline-grid shrink-0 select-none place-items-center overflow-hidden rounded-full bg-surface-active font-medium text-muted',
      sizes[size],
      className,
    )}
  >
    {initialsOf(name)}
    {src ? (
      // A picture that does not come leaves the initials to be seen, since it has no words.
      // biome-ignore lint/performance/noImgElement: an upload of this tenant, not a picture of the site
      <img src={src} alt="" className="absolute inset-0 size-full object-cover" />
    ) : null}
  </span>
);
