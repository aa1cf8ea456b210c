import type { Letter } from '../../mail/compose';

/** What a letter needs to know of whom it goes to. */
export interface Addressed {
  to: string;
  tenant: string;
  url: string;
  /** The day it ends, as its people read days. */
  day: string;
}

export const deletionAskedLetter = (
  { to, tenant, url, day }: Addressed,
  askedBy: string,
): Letter => ({
  to,
  subject: `${tenant} will be deleted on ${day}`,
  heading: `${tenant} will be deleted on ${day}`,
  paragraphs: [
    `${askedBy} asked for it. Until then everybody can go on working and take their data with them.`,
    'Any admin can cancel this until the end. Afterwards nobody can bring it back, nor its backups.',
  ],
  button: { label: 'See or cancel the deletion', url },
  note: 'You get this because you are an admin there. If you did not expect it, talk to the person who asked.',
});

export const deletionNearLetter = ({ to, tenant, url, day }: Addressed): Letter => ({
  to,
  subject: `Last reminder: ${tenant} will be deleted on ${day}`,
  heading: `${tenant} will be deleted on ${day}`,
  paragraphs: [
    'Export what you want to keep before that day.',
    'Everything in it goes, backups and exports included. Any admin can still cancel.',
  ],
  button: { label: 'See or cancel the deletion', url },
  note: 'You get this because you are an admin there.',
});
