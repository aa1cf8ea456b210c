import { z } from 'zod';

/** Modules whose things others can be about. */
export const topicModules = ['collections'] as const;

/** Points to a thing of a module, such as a record (`id`) of a collection (`within`). */
export const TopicPointer = z.strictObject({
  module: z.enum(topicModules),
  within: z.uuid(),
  id: z.uuid(),
});
export type TopicPointer = z.output<typeof TopicPointer>;

/** A thing as its pointer leads to it now; null where it is gone or kept from whoever asks. */
export const TopicShown = z.strictObject({
  ...TopicPointer.shape,
  /** A text, so that what a module once pointed to can be read when it is no more. */
  module: z.string(),
  thing: z.strictObject({ title: z.string(), place: z.string(), path: z.string() }).nullable(),
});
export type TopicShown = z.output<typeof TopicShown>;
