import pino from 'pino';

/** Structured log of a process; secrets are cut by name wherever they stand. */
export const log = pino({
  level: 'info',
  base: null,
  redact: {
    paths: [
      '*.password',
      '*.token',
      '*.secret',
      '*.authorization',
      '*.cookie',
      'password',
      'token',
      'secret',
    ],
    censor: '[cut]',
  },
});
