'use client';

import { useRouter } from 'next/navigation';
import { type ReactNode, useState } from 'react';
import { useSubmit } from '@/components/forms/use-submit';
import { Banner } from '@/components/ui/banner';
import { notify } from '@/components/ui/notify';
import { SaveBar } from '@/components/ui/save-bar';
import { useWording } from '@/lib/language/wording-provider';
import { saveRules } from '../../actions';
import type { Collection } from '../../collections/shapes';
import type { RulesOf } from '../../rules/read';
import type { RoleRule } from '../../rules/shapes';
import { FieldTable } from './field-table';
import { PreviewTable } from './preview-table';
import { ReachTable } from './reach-table';
import { sentenceOf } from './rule-sentences';
import { linesOf, rulesOfLines } from './rules-draft';
import { usePreview } from './use-preview';

interface Props extends RulesOf {
  collection: Collection;
  locale: string;
}

/** Who sees and changes which records and fields: what is set, what it means, and for whom. */
export function AccessRules({ collection, rules, roles, locale }: Props) {
  const t = useWording('collections');
  const router = useRouter();
  const before = linesOf(rules, roles);
  const [lines, setLines] = useState(before);
  const { fields } = collection;
  const { pending, error, submit, reset } = useSubmit(saveRules, () => {
    notify.done(t('Access saved'));
    router.refresh();
  });
  const next = rulesOfLines(lines, rules);
  const { preview, error: problem } = usePreview(collection.id, next);
  const change = (key: string | null, rule: RoleRule) =>
    setLines(lines.map((line) => (line.key === key ? { ...line, rule } : line)));
  const unassigned =
    !fields.some(({ type }) => type === 'person') &&
    lines.some(({ rule }) => ['assigned', 'involved', 'team'].includes(rule.see));
  const free = roles.filter(({ bound }) => !bound).map(({ name }) => t.said(name));
  return (
    <div className="flex flex-col gap-8">
      <Part
        title={t('Records')}
        help={t(
          'Rules narrow what a role may do at all; somebody with several roles may do what any of them opens. {roles} design collections and always see and change everything.',
          { roles: free.join(', ') },
        )}
      >
        <ReachTable {...{ lines }} onChange={change} />
        {unassigned ? (
          <Banner tone="warning">
            {t('A record is assigned by a field of the type Person, and this collection has none.')}
          </Banner>
        ) : null}
      </Part>
      {fields.length > 0 ? (
        <Part
          title={t('Fields')}
          help={t(
            'A hidden field is left out everywhere: in views, searches, exports, history and the interface for programs.',
          )}
        >
          <FieldTable {...{ fields, lines }} onChange={change} />
        </Part>
      ) : null}
      <Part title={t('In words')}>
        <ul className="flex max-w-3xl list-disc flex-col gap-1 pl-5">
          {lines.map((line) => (
            <li key={line.key ?? ''}>
              {sentenceOf(line, (id) => fields.find((field) => field.id === id)?.name ?? '', t)}
            </li>
          ))}
        </ul>
      </Part>
      <Part title={t('Who would see how much')} help={t('Counted with all roles of each member.')}>
        {problem ? <Banner tone="danger">{problem.message}</Banner> : null}
        <PreviewTable {...{ preview, locale }} />
      </Part>
      <SaveBar
        dirty={JSON.stringify(lines) !== JSON.stringify(before)}
        pending={pending}
        error={error}
        onSave={() => submit({ collectionId: collection.id, rules: next, base: rules })}
        onDiscard={() => {
          setLines(before);
          reset();
        }}
      />
    </div>
  );
}

function Part({ title, help, children }: { title: string; help?: string; children: ReactNode }) {
  return (
    <section className="flex min-w-0 flex-col gap-3">
      <div>
        <h2 className="font-semibold">{title}</h2>
        {help ? <p className="text-measure text-muted text-sm">{help}</p> : null}
      </div>
      {children}
    </section>
  );
}
