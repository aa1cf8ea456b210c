'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { Spinner } from '@/components/ui/spinner';
import { HomeSection } from './home-section';

const lookAgainMs = 700;

/** Stands where the collections will be while the first ones are being made. */
export function Filling() {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), lookAgainMs);
    return () => clearInterval(timer);
  }, [router]);
  return (
    <HomeSection title="Collections">
      <p role="status" className="flex items-center gap-2 border-line border-t py-3 text-muted">
        <Spinner />
        Your sample collections are being made.
      </p>
    </HomeSection>
  );
}
