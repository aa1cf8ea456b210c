import { stringify } from 'csv-stringify';

/**
 * Rows as CSV text (RFC 4180). Text that a spreadsheet would run as a formula is made plain by an
 * apostrophe; numbers stay as they are.
 */
export const csvLines = (rows: readonly (readonly (string | number)[])[]): Promise<string> =>
  new Promise((resolve, reject) => {
    const options = { escape_formulas: true, record_delimiter: 'windows' };
    stringify([...rows], options, (error, text) => (error ? reject(error) : resolve(text)));
  });
