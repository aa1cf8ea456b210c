/*
 * What keeps the database from ever refusing to reckon: both ways of working a formula out hold to it.
 */

/** A number from here on is too large to be a result. */
export const tooLarge = 1e16;

/** An amount is less than so many of the smallest units of its currency. */
export const largestAmount = 1e15;

/** Closer to nothing, a stored number counts as nothing. */
export const tooSmall = 1e-20;

/** Digits behind the point that a settled number has at most; 15 in all. */
export const settledDigits = 30;

/** Characters that a text is cut to, and those of what `SUBSTITUTE` looks through and puts in. */
export const longestText = 20_000;
export const longestSearched = 10_000;
export const longestPut = 100;

/** Letters that the formulas of one record go through, and those of one page of records, at most. */
export const mostLetters = 400_000;
export const mostLettersOfPage = 20_000_000;

/** Days from the first day of year 1 to the last of year 9999, and months to either side of them. */
export const mostDays = 3_652_058;
export const firstMonth = 12;
export const lastMonth = 119_999;

/** The first and last second of those years, since 1970. */
export const firstSecond = -62_135_596_800;
export const lastSecond = 253_402_300_799;

/**
 * Between these a moment has a day and a time of day in a zone: farther away, calendars and zones are not
 * told alike everywhere.
 */
export const earliestZoned = '1900-01-02T00:00:00Z';
export const latestZoned = '2199-12-31T00:00:00Z';

/** How far anything is moved at most: seconds of ten thousand years, days, months. */
export const mostMoved = { seconds: 4e11, days: 4e6, months: 120_000 } as const;

export const secondsOf = {
  seconds: 1,
  minutes: 60,
  hours: 3_600,
  days: 86_400,
  weeks: 604_800,
} as const;
