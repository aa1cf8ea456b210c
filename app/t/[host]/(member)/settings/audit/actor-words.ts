import type { AuditEvent } from '@/lib/audit/event';
import type { Wording } from '@/lib/language/wording';

type Who = Pick<AuditEvent, 'actorKind' | 'actorName'>;

/** Who did it, by name where one is known. */
export const actorWords = ({ actorKind, actorName }: Who, t: Wording<'settings'>): string =>
  actorKind === 'anonymous' ? t('Anonymous') : (actorName ?? t('Unknown'));
