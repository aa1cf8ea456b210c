import type { Collection } from '../../collections/shapes';
import { isComputed } from '../../fields/computed';
import type { Field } from '../../fields/shapes';
import { ruleOf } from '../../fields/types';
import type { Form } from '../../forms/shapes';

/** A field of the collection as the designer of a form sees it: asked for or not, in order. */
export interface Line {
  field: Field;
  asked: boolean;
  label: string;
  help: string;
  required: boolean;
}

/** A form as its designer holds it: numbers and days as typed. */
export interface DesignDraft {
  title: string;
  intro: string;
  thanks: string;
  redirectUrl: string;
  lines: Line[];
  opensOn: string;
  closesOn: string;
  maxAnswers: string;
  mailsMe: boolean;
}

/** As it was kept; a new one asks for everything that can be asked for. */
export function draftOf({ name, fields }: Collection, form: Form | null): DesignDraft {
  const askable = fields.filter((field) => {
    const { names } = ruleOf(field.type);
    return !isComputed(field) && (names === undefined || names === 'files');
  });
  const byId = new Map(askable.map((field) => [field.id, field]));
  const kept = (form?.fields ?? []).flatMap(({ fieldId, ...words }): Line[] => {
    const field = byId.get(fieldId);
    return field ? [{ field, asked: true, ...words }] : [];
  });
  const known = new Set(kept.map(({ field }) => field.id));
  const others = askable
    .filter(({ id }) => !known.has(id))
    .map((field): Line => ({ field, asked: !form, label: '', help: '', required: field.required }));
  return {
    title: form?.title ?? name,
    intro: form?.intro ?? '',
    thanks: form?.thanks ?? '',
    redirectUrl: form?.redirectUrl ?? '',
    lines: [...kept, ...others],
    opensOn: form?.opensOn ?? '',
    closesOn: form?.closesOn ?? '',
    maxAnswers: form?.maxAnswers?.toString() ?? '',
    mailsMe: form?.mailsMe ?? false,
  };
}

/** What the designer asks the product to keep. */
export const designOf = ({ lines, ...draft }: DesignDraft) => ({
  ...draft,
  redirectUrl: draft.redirectUrl.trim() || null,
  opensOn: draft.opensOn || null,
  closesOn: draft.closesOn || null,
  maxAnswers: draft.maxAnswers.trim() ? Number(draft.maxAnswers) : null,
  fields: lines
    .filter(({ asked }) => asked)
    .map(({ field, label, help, required }) => ({ fieldId: field.id, label, help, required })),
});
