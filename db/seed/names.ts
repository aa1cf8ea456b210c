const given = {
  ko: 'Ji-woo Seo-jun Ha-eun Do-yun Min-seo Ye-jun Su-ah Ju-won Chae-won Hyun-woo Ye-rin Tae-yang Da-eun Eun-woo Na-yeon Si-woo Yu-na Jae-min So-hyun Gun-woo'.split(
    ' ',
  ),
  en: 'Alice Bruno Carla Deniz Emil Farah Goran Hana Ivo Jana Kofi Lena Mateo Nadia Omar Petra Quinn Rosa Stefan Tara'.split(
    ' ',
  ),
};
const family = {
  ko: 'Kim Lee Park Choi Jung Kang Cho Yoon Jang Lim Shin Kwon Hwang Ahn Song Ryu'.split(' '),
  en: 'Almeida Berg Costa Dahl Eriksen Fischer Garcia Hughes Ito Jensen Keller Lopez Meyer Novak Owens Patel'.split(
    ' ',
  ),
};

/** Small, fast, seeded: the same world on every machine. Mulberry32. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export const pick = <T>(next: () => number, from: readonly T[]): T =>
  from[Math.floor(next() * from.length)] as T;

/** A made-up name, Korean or European. */
export function personName(next: () => number, style: 'ko' | 'en'): string {
  const first = pick(next, given[style]);
  const last = pick(next, family[style]);
  return style === 'ko' ? `${last} ${first}` : `${first} ${last}`;
}
