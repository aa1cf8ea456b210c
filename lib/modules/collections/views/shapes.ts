import { z } from 'zod';
import { choiceColors } from '../fields/colors';
import { Filter, Filters, Sort } from '../view/shapes';
import {
  maxTints,
  maxWidth,
  minWidth,
  plainState,
  rowHeights,
  viewKinds,
  zooms,
} from '../view/state';

const key = z.string().min(1).max(80);
const keys = z.array(key).max(100, 'At most 100 fields');

/** What a view keeps beside its kind; what is left out is as in a view that nobody changed. */
export const ViewState = z.strictObject({
  filters: Filters.default([]),
  match: z.enum(['all', 'any']).default('all'),
  sorts: z.array(Sort).max(4, 'At most 4 sorts').default([]),
  hidden: keys.default([]),
  order: keys.default([]),
  widths: z
    .record(key, z.number().int().min(minWidth).max(maxWidth))
    .refine((widths) => Object.keys(widths).length <= 100, 'At most 100 fields')
    .default({}),
  frozen: z.boolean().default(plainState.frozen),
  rowHeight: z.enum(rowHeights).default(plainState.rowHeight),
  group: Sort.nullable().default(null),
  sum: key.nullable().default(null),
  tints: z
    .array(z.strictObject({ color: z.enum(choiceColors), filter: Filter }))
    .max(maxTints, `At most ${maxTints} colours`)
    .default([]),
  cover: key.nullable().default(null),
  columns: key.nullable().default(null),
  date: key.nullable().default(null),
  scale: z.enum(['month', 'week']).default(plainState.scale),
  end: key.nullable().default(null),
  lanes: key.nullable().default(null),
  waits: key.nullable().default(null),
  zoom: z.enum(zooms).default(plainState.zoom),
});
export type ViewState = z.infer<typeof ViewState>;

const ViewName = z.string().trim().min(1, 'Give the view a name').max(60);
const ViewKind = z.enum(viewKinds);

export const SavedView = z.object({
  id: z.uuid(),
  name: z.string(),
  kind: ViewKind,
  /** False for a view that only the person who asks has. */
  shared: z.boolean(),
  isDefault: z.boolean(),
  state: ViewState,
  version: z.number().int(),
  updatedAt: z.coerce.date(),
});
export type SavedView = z.infer<typeof SavedView>;

export const ViewId = z.strictObject({ collectionId: z.uuid(), viewId: z.uuid() });

export const ViewInput = z.strictObject({
  collectionId: z.uuid(),
  name: ViewName,
  kind: ViewKind.default('grid'),
  shared: z.boolean().default(false),
  state: ViewState.prefault({}),
});
export type ViewInput = z.output<typeof ViewInput>;

export const ViewPatch = ViewId.extend({
  name: ViewName.optional(),
  kind: ViewKind.optional(),
  shared: z.boolean().optional(),
  isDefault: z.boolean().optional(),
  state: ViewState.optional(),
  /** The version that was seen; another one since then is a conflict. */
  version: z.number().int().optional(),
});
export type ViewPatch = z.output<typeof ViewPatch>;

export const ViewOrder = z.strictObject({
  collectionId: z.uuid(),
  ids: z.array(z.uuid()).min(1, 'Name at least one view').max(200),
});
