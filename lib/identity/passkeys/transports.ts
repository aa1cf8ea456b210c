/** Ways a browser reaches a device, as WebAuthn names them. */
export const transports = [
  'ble',
  'cable',
  'hybrid',
  'internal',
  'nfc',
  'smart-card',
  'usb',
] as const;
export type Transport = (typeof transports)[number];

export const isTransport = (name: string): name is Transport =>
  transports.some((one) => one === name);
