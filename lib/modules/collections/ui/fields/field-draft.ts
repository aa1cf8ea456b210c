import type { Value } from '@/lib/fields/value';
import type { MediaKind } from '@/lib/files/media-kinds';
import { designedType } from '../../fields/computed';
import type { Field, FieldOptions, FieldType } from '../../fields/shapes';
import type { Summary } from '../../fields/summaries';
import { ruleOf } from '../../fields/types';
import { typeUi } from '../types';
import type { Setting } from '../types/type-ui';
import type { DraftChoice } from './choices-editor';

/** A field as its form holds it: numbers as typed. */
export interface FieldDraft {
  /** Null for a field that is to be added. */
  id: string | null;
  name: string;
  type: FieldType;
  required: boolean;
  choices: DraftChoice[];
  min: string;
  max: string;
  decimals: string;
  currency: string;
  minLength: string;
  maxLength: string;
  pattern: string;
  from: string;
  to: string;
  maxFiles: string;
  maxMegabytes: string;
  kinds: MediaKind[];
  message: string;
  targetId: string;
  many: boolean;
  relationId: string;
  shownId: string;
  summary: Summary;
  /** By the names of its fields. */
  formula: string;
  /** What its link says; null for text. */
  linkLabel: string | null;
  unique: boolean;
  default: Value;
}

export const draftOf = (field: Field | null): FieldDraft => ({
  id: field?.id ?? null,
  name: field?.name ?? '',
  type: field ? designedType(field) : 'text',
  required: field?.required ?? false,
  choices: (field?.options.choices ?? []).map(({ id, name, color }) => ({
    id,
    name,
    color: color ?? 'gray',
  })),
  min: textOf(field?.options.min),
  max: textOf(field?.options.max),
  decimals: field?.type === 'number' ? textOf(field.options.decimals) : '',
  currency: field?.options.currency ?? '',
  minLength: textOf(field?.options.minLength),
  maxLength: textOf(field?.options.maxLength),
  pattern: field?.options.pattern ?? '',
  from: field?.options.from ?? '',
  to: field?.options.to ?? '',
  maxFiles: textOf(field?.options.maxFiles),
  maxMegabytes: textOf(field?.options.maxMegabytes),
  kinds: field?.options.kinds ?? [],
  message: field?.options.message ?? '',
  targetId: field?.options.targetId ?? '',
  many: field?.options.many ?? false,
  relationId: field?.options.relationId ?? '',
  shownId: field?.options.shownId ?? '',
  summary: field?.options.summary ?? 'each',
  formula: field?.options.formula ?? '',
  linkLabel: field?.options.linkLabel ?? null,
  unique: field?.unique ?? false,
  default: field?.default ?? null,
});

/** What the form asks the product for. */
export function inputOf(draft: FieldDraft) {
  const { name, type, required } = draft;
  const unique = draft.unique && Boolean(ruleOf(type).same);
  const parts = (typeUi[type].settings ?? []).map((setting) => optionsFrom[setting](draft));
  return {
    name,
    type,
    required,
    unique,
    default: unique ? null : draft.default,
    options: Object.assign({}, ...parts) as FieldOptions,
  };
}

const optionsFrom: Record<Setting, (draft: FieldDraft) => FieldOptions> = {
  choices: ({ choices }) => ({ choices: choices.filter((choice) => choice.name.trim()) }),
  bounds: ({ min, max }) => ({
    ...(min.trim() && { min: Number(min) }),
    ...(max.trim() && { max: Number(max) }),
  }),
  decimals: ({ decimals }) => (decimals.trim() ? { decimals: Number(decimals) } : {}),
  currency: ({ currency }) => (currency ? { currency } : {}),
  lengths: ({ minLength, maxLength, pattern }) => ({
    ...(minLength.trim() && { minLength: Number(minLength) }),
    ...(maxLength.trim() && { maxLength: Number(maxLength) }),
    ...(pattern && { pattern }),
  }),
  days: ({ from, to }) => ({ ...(from && { from }), ...(to && { to }) }),
  relation: ({ targetId, many }) => ({ ...(targetId && { targetId }), many }),
  lookup: ({ relationId, shownId, summary }) => ({
    summary,
    ...(relationId && { relationId }),
    ...(shownId && { shownId }),
  }),
  formula: ({ formula, linkLabel, decimals }) => ({
    formula,
    ...(linkLabel !== null && { linkLabel }),
    ...(decimals.trim() && { decimals: Number(decimals) }),
  }),
  files: ({ maxFiles, maxMegabytes, kinds }) => ({
    ...(maxFiles.trim() && { maxFiles: Number(maxFiles) }),
    ...(maxMegabytes.trim() && { maxMegabytes: Number(maxMegabytes) }),
    ...(kinds.length > 0 && { kinds }),
  }),
  message: ({ message }) => (message.trim() ? { message: message.trim() } : {}),
};

const textOf = (value: number | undefined) => (value === undefined ? '' : String(value));
