/** Text as searches and text slots compare it. */
export const foldText = (text: string) => text.normalize('NFC').toLowerCase();

/** Halves of surrogate pairs become the replacement character. */
export const wellFormed = (text: string) => text.replace(/\p{Surrogate}/gu, '\uFFFD');

/** Longest text a text slot holds, characters; longer values agree with it in their first part. */
export const slotTextLength = 200;
