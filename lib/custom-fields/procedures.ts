import { z } from 'zod';
import { procedure } from '../doors/procedure';
import { archiveField, changeField, createField, orderFields, restoreField } from './define';
import { countUse, deleteField } from './delete';
import { allFields, reachOf } from './load';
import {
  CustomField,
  CustomFieldChange,
  CustomFieldId,
  CustomFieldList,
  CustomFieldOrder,
  CustomFieldUse,
  CustomValues,
  CustomValuesChange,
  NewCustomField,
} from './shapes';
import type { CustomFieldSubject } from './subject';
import { fillValues, readValues } from './values';

const Thing = z.strictObject({ id: z.uuid() });

/** The operations on the fields of one subject and on what its things hold. */
export function customFieldProcedures(subject: CustomFieldSubject) {
  const { router, paths, permissions, summaries } = subject;
  const ofOne = { path: `${paths.fields}/{id}`, output: CustomField } as const;
  const base = { plane: 'tenant', ...(subject.module && { module: subject.module }) } as const;
  const managed = { ...base, permission: permissions.manage } as const;
  return {
    list: procedure(
      {
        name: `${router}.list`,
        summary: summaries.list,
        method: 'GET',
        path: paths.fields,
        ...base,
        permission: permissions.read,
        input: z.strictObject({}),
        output: CustomFieldList,
      },
      async (ctx) => {
        const { sees } = reachOf(ctx, subject, { isOwn: false });
        const manages = ctx.can(permissions.manage);
        const fields = await allFields(ctx.db, subject.id);
        return { fields: fields.filter((one) => sees(one) && (manages || !one.archivedAt)) };
      },
    ),
    create: procedure(
      {
        name: `${router}.create`,
        summary: summaries.create,
        method: 'POST',
        path: paths.fields,
        ...managed,
        input: NewCustomField,
        output: CustomField,
      },
      (ctx, input) => createField(ctx, subject, input),
    ),
    change: procedure(
      {
        name: `${router}.change`,
        summary: summaries.change,
        method: 'PUT',
        ...managed,
        ...ofOne,
        input: CustomFieldChange,
      },
      (ctx, input) => changeField(ctx, subject, input),
    ),
    order: procedure(
      {
        name: `${router}.order`,
        summary: summaries.order,
        method: 'PUT',
        path: `${paths.fields}-order`,
        ...managed,
        input: CustomFieldOrder,
        output: CustomFieldList,
      },
      (ctx, input) => orderFields(ctx, subject, input),
    ),
    archive: procedure(
      {
        name: `${router}.archive`,
        summary: summaries.archive,
        method: 'POST',
        ...managed,
        ...ofOne,
        path: `${paths.fields}/{id}/archive`,
        input: CustomFieldId,
      },
      (ctx, input) => archiveField(ctx, subject, input),
    ),
    restore: procedure(
      {
        name: `${router}.restore`,
        summary: summaries.restore,
        method: 'POST',
        ...managed,
        ...ofOne,
        path: `${paths.fields}/{id}/restore`,
        input: CustomFieldId,
      },
      (ctx, input) => restoreField(ctx, subject, input),
    ),
    use: procedure(
      {
        name: `${router}.use`,
        summary: summaries.use,
        method: 'GET',
        path: `${paths.fields}/{id}/use`,
        ...managed,
        input: CustomFieldId,
        output: CustomFieldUse,
      },
      (ctx, input) => countUse(ctx, subject, input),
    ),
    delete: procedure(
      {
        name: `${router}.delete`,
        summary: summaries.delete,
        method: 'DELETE',
        path: ofOne.path,
        ...managed,
        input: CustomFieldId,
        output: CustomFieldUse,
      },
      (ctx, input) => deleteField(ctx, subject, input),
    ),
    get: procedure(
      {
        name: `${router}.get`,
        summary: summaries.get,
        method: 'GET',
        path: paths.values,
        ...base,
        permission: permissions.read,
        input: Thing,
        output: CustomValues,
      },
      async (ctx, { id }) => readValues(ctx, subject, await subject.find(ctx, id)),
    ),
    fill: procedure(
      {
        name: `${router}.fill`,
        summary: summaries.fill,
        method: 'PATCH',
        path: paths.values,
        ...base,
        permission: permissions.write,
        input: CustomValuesChange.extend({ id: z.uuid() }),
        output: CustomValues,
      },
      async (ctx, { id, ...change }) =>
        fillValues(ctx, subject, { thing: await subject.hold(ctx, id), change }),
    ),
  };
}
