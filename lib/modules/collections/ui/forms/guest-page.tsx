import { Banner } from '@/components/ui/banner';
import { wording } from '@/lib/language/request';
import type { Plain } from '@/lib/language/wording';
import type { Looks } from '@/lib/tenancy/looks';
import type { PublicForm } from '../../forms/shapes';
import { FormFrame } from './form-frame';
import { GuestForm } from './guest-form';

interface Props {
  brand: Looks['brand'];
  token: string;
  form: PublicForm;
}

const shutWords: Record<NonNullable<PublicForm['shut']>, Plain<'guest'>> = {
  draft: 'This form is not open yet.',
  early: 'This form is not open yet. Come back later.',
  late: 'This form is closed.',
  full: 'This form takes no more answers.',
  closed: 'This form is closed.',
};

/** A form as guests meet it; those who design it look at it while it is shut. */
export async function GuestPage({ brand, token, form }: Props) {
  const t = await wording('guest');
  const { title, intro, shut, questions } = form;
  if (shut && questions.length === 0) {
    return <FormFrame {...{ brand, title }} words={t(shutWords[shut])} />;
  }
  return (
    <FormFrame {...{ brand, title }} words={intro}>
      {shut ? (
        <div className="mb-6">
          <Banner tone="info">
            {t('A preview that only you and other designers see. To guests it says: {words}', {
              words: t(shutWords[shut]),
            })}
          </Banner>
        </div>
      ) : null}
      <GuestForm {...{ token, form }} />
    </FormFrame>
  );
}
