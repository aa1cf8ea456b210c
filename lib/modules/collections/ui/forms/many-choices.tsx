'use client';

import type { AnswerProps } from './answer-props';

/** Several of a list, as boxes to tick. */
export function ManyChoices({ question, typed = [], id, ...aria }: AnswerProps) {
  return (
    <fieldset
      id={id}
      aria-label={question.label}
      aria-describedby={aria['aria-describedby']}
      className="flex flex-col gap-1"
    >
      {(question.options.choices ?? []).map((choice) => (
        <label key={choice.id} className="flex min-h-8 items-center gap-2.5">
          <input
            type="checkbox"
            name={`m.${question.key}`}
            value={choice.id}
            defaultChecked={typed.includes(choice.id)}
            aria-invalid={aria['aria-invalid']}
            className="size-4 shrink-0 accent-primary"
          />
          {choice.name}
        </label>
      ))}
    </fieldset>
  );
}
