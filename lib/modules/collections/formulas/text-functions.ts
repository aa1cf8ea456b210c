import { asNumber, asText, type Part, settled } from './coerce';
import { call, type Operation } from './node';
import { exactly, type FunctionRule, many, type Rest } from './signature';

const ofText = (op: Operation): Rest =>
  exactly(1, ([one]) => call(op, 'text', [asText(one as Part)]));

/** A text, and how many of its letters. */
const letters = (op: Operation): Rest =>
  exactly(2, ([text, count]) =>
    call(op, 'text', [asText(text as Part), settled(asNumber(count as Part))]),
  );

/** What makes and reads texts. */
export const textFunctions: Record<string, FunctionRule> = {
  CONCATENATE: {
    form: 'CONCATENATE(value, …)',
    help: 'Everything as one text, as & does.',
    example: 'CONCATENATE({First name}, " ", {Last name})',
    least: 1,
    most: many,
    build: (parts) => call('join', 'text', parts.map(asText)),
  },
  UPPER: {
    form: 'UPPER(text)',
    help: 'In capital letters.',
    example: 'UPPER({Code})',
    ...ofText('upper'),
  },
  LOWER: {
    form: 'LOWER(text)',
    help: 'In small letters.',
    example: 'LOWER({Code})',
    ...ofText('lower'),
  },
  TRIM: {
    form: 'TRIM(text)',
    help: 'Without blanks at both ends.',
    example: 'TRIM({Name})',
    ...ofText('trim'),
  },
  LEN: {
    form: 'LEN(text)',
    help: 'How many letters it has.',
    example: 'LEN({Code})',
    ...exactly(1, ([one]) => call('length', 'number', [asText(one as Part)])),
  },
  LEFT: {
    form: 'LEFT(text, count)',
    help: 'The first letters.',
    example: 'LEFT({Code}, 2)',
    ...letters('left'),
  },
  RIGHT: {
    form: 'RIGHT(text, count)',
    help: 'The last letters.',
    example: 'RIGHT({Code}, 4)',
    ...letters('right'),
  },
  MID: {
    form: 'MID(text, from, count)',
    help: 'Letters from a place on; the first letter is 1.',
    example: 'MID({Code}, 3, 2)',
    ...exactly(3, ([text, ...numbers]) =>
      call('middle', 'text', [
        asText(text as Part),
        ...numbers.map((one) => settled(asNumber(one))),
      ]),
    ),
  },
  SUBSTITUTE: {
    form: 'SUBSTITUTE(text, old, new)',
    help: 'The text with every old part replaced by the new one.',
    example: 'SUBSTITUTE({Phone}, "-", "")',
    ...exactly(3, (parts) => call('substitute', 'text', parts.map(asText))),
  },
  CONTAINS: {
    form: 'CONTAINS(text, part)',
    help: 'Yes when the part is in the text, in capital or small letters.',
    example: 'CONTAINS({Notes}, "urgent")',
    ...exactly(2, (parts) => call('contains', 'yes_no', parts.map(asText))),
  },
  FIND: {
    form: 'FIND(part, text)',
    help: 'At which letter a part begins; 0 when it is not there.',
    example: 'FIND("@", {Mail})',
    ...exactly(2, (parts) => call('find', 'number', parts.map(asText))),
  },
};
