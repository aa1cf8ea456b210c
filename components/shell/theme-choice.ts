export type Theme = 'system' | 'light' | 'dark';

/** Holds `light` or `dark`; absent means the system's. Read it on the server into `data-theme`. */
export const themeCookie = 'theme';

export const isTheme = (value: unknown): value is Theme =>
  value === 'system' || value === 'light' || value === 'dark';
