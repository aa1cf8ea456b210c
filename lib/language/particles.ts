// After a consonant, after a vowel.
const pairs = {
  '을(를)': ['을', '를'],
  '이(가)': ['이', '가'],
  '은(는)': ['은', '는'],
  '과(와)': ['과', '와'],
  '(으)로': ['으로', '로'],
} as const;

const written = /([가-힣0-9])([)\]"'”’]*)(을\(를\)|이\(가\)|은\(는\)|과\(와\)|\(으\)로)/g;

/**
 * Chooses between the two forms of a Korean particle by the sound before it: `역할을(를)` becomes
 * `역할을`. After a letter whose sound is not known both forms stay, as Korean writes it then.
 */
export const withParticles = (text: string): string =>
  text.replace(written, (_all, before: string, between: string, particle: keyof typeof pairs) => {
    const final = finalOf(before);
    const closed = particle === '(으)로' ? final !== '' && final !== 'ㄹ' : final !== '';
    return `${before}${between}${pairs[particle][closed ? 0 : 1]}`;
  });

// 0 to 9 as they are read: 영 일 이 삼 사 오 육 칠 팔 구.
const digitFinals = ['ㅇ', 'ㄹ', '', 'ㅁ', '', '', 'ㄱ', 'ㄹ', 'ㄹ', ''];

/** The consonant a syllable ends in, as far as particles ask: '' for none, 'ㄹ', or any other. */
function finalOf(char: string): string {
  if (/\d/.test(char)) return digitFinals[Number(char)] ?? '';
  const final = (char.charCodeAt(0) - 0xac00) % 28;
  if (final === 0) return '';
  return final === 8 ? 'ㄹ' : 'ㅇ';
}
