import { type MediaKind, mediaKindFacts } from '@/lib/files/media-kinds';

/** What a browser's file chooser offers for these kinds; empty offers all. */
export const acceptOf = (kinds: readonly MediaKind[]): string =>
  kinds.flatMap((kind) => mediaKindFacts[kind].endings.map((ending) => `.${ending}`)).join(',');
