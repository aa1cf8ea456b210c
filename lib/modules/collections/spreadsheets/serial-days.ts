const dayMs = 86_400_000;
/** Day 0 of a spreadsheet, from 1 March 1900 on. */
const start = Date.UTC(1899, 11, 30);
const between1904 = 1_462;

const pad = (value: number, length = 2) => String(value).padStart(length, '0');

/** A day that a spreadsheet counts, as `2024-01-31`, or as `2024-01-31 14:30:00` with a time of day. */
export function dayOfSerial(serial: number, since1904: boolean): string | null {
  // Spreadsheets that count from 1900 have a 29th of February in it that never was.
  const days = since1904 ? serial + between1904 : serial < 60 ? serial + 1 : serial;
  if (!(days >= 1 && days < 2_958_466)) return null;
  const at = new Date(start + Math.round(days * dayMs));
  const day = `${pad(at.getUTCFullYear(), 4)}-${pad(at.getUTCMonth() + 1)}-${pad(at.getUTCDate())}`;
  const time = at.toISOString().slice(11, 23);
  return time === '00:00:00.000' ? day : `${day} ${time.replace(/\.000$/, '')}`;
}

/** A time of day, or a span of hours, as `14:30:00`. */
export function timeOfSerial(serial: number): string | null {
  if (!(serial >= 0 && serial < 2_958_466)) return null;
  const seconds = Math.round(serial * 86_400);
  const hours = Math.floor(seconds / 3_600);
  return `${pad(hours)}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`;
}

/** The serial number of a day `YYYY-MM-DD`; null before March 1900, where programs disagree. */
export function serialOfDay(day: string): number | null {
  const serial = (Date.parse(`${day}T00:00:00Z`) - start) / dayMs;
  return serial >= 61 && serial < 2_958_466 ? serial : null;
}
