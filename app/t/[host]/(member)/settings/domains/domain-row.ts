import type { Certificate } from '@/lib/tenancy/domains/certificate';
import type { DomainView } from '@/lib/tenancy/domains/claims';

/** A domain as its section shows it, times in words. */
export interface DomainRow extends Omit<DomainView, 'checkedAt' | 'provenUntil' | 'certificate'> {
  checked: string | null;
  /** Until when its proof counts; null where none does, or none is needed. */
  until: string | null;
  /** Null where nothing is known of it. */
  certificate: (Omit<Certificate, 'nextAt'> & { again: string | null }) | null;
}
