import { defineChoice, defineNumber, defineSwitch } from '@/lib/tenancy/flags/define';

export const searchFlag = defineSwitch({
  key: 'records.search',
  title: 'Search over all collections',
  description: 'Finding records by words, on the search page and in the palette.',
  owner: 'Collections',
  expires: '2027-12-31',
  default: true,
  keyedBy: 'tenant',
  choosable: false,
  published: true,
  refusal: 'The search is switched off for now.',
});

export const liveFlag = defineChoice(['off', 'calm', 'lively'], {
  key: 'records.live',
  title: 'Changes of others on open pages',
  description: 'How often an open page asks what others changed in the meantime.',
  owner: 'Collections',
  expires: '2027-12-31',
  default: 'lively',
  off: 'off',
  keyedBy: 'person',
  choosable: false,
  published: true,
  refusal: 'Pages do not follow changes of others for now.',
});

export const guestFormsFlag = defineSwitch({
  key: 'forms.guests',
  title: 'Forms for guests',
  description: 'Taking answers from people without an account, at the address of a form.',
  owner: 'Collections',
  expires: '2027-12-31',
  default: true,
  keyedBy: 'tenant',
  metByAnybody: true,
  choosable: true,
  published: true,
  refusal: 'Forms take no answers for now.',
});

export const exportsFlag = defineNumber(
  { min: 0, max: 20 },
  {
    key: 'exports.waiting',
    title: 'Exports at once',
    description: 'How many files one person may have made at the same time; none at 0.',
    owner: 'Collections',
    expires: '2027-12-31',
    default: 5,
    off: 0,
    keyedBy: 'tenant',
    choosable: false,
    published: false,
    refusal: 'Exports are switched off for now.',
  },
);
