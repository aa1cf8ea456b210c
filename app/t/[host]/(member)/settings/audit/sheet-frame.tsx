'use client';

import { useRouter } from 'next/navigation';
import type { ReactNode } from 'react';
import { Sheet } from '@/components/ui/sheet';

interface Props {
  title: string;
  closeHref: string;
  children: ReactNode;
}

/** A sheet that is open because the address says so. */
export function SheetFrame({ title, closeHref, children }: Props) {
  const router = useRouter();
  return (
    <Sheet
      open
      onOpenChange={() => router.replace(closeHref, { scroll: false })}
      title={title}
      className="max-w-xl"
    >
      {children}
    </Sheet>
  );
}
