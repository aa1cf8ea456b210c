import Link from 'next/link';
import type { ComponentProps } from 'react';

export const TextLink = (props: ComponentProps<typeof Link>) => (
  <Link
    className="text-link underline-offset-4 hover:text-link-hover hover:underline"
    prefetch={false}
    {...props}
  />
);
