/** What is counted of a tenant and can have a price. The unit is what one stands for. */
export const meters = {
  storage: { title: 'Storage', unit: 'byte-hour', units: 'byte-hours' },
  requests: { title: 'API calls', unit: 'call', units: 'calls' },
  computing: { title: 'Computing', unit: 'millisecond', units: 'milliseconds' },
  database: { title: 'Database time', unit: 'millisecond', units: 'milliseconds' },
  seats: { title: 'Seats', unit: 'seat-hour', units: 'seat-hours' },
  messages: { title: 'Messages', unit: 'message', units: 'messages' },
  backups: { title: 'Backups', unit: 'byte-hour', units: 'byte-hours' },
} as const;

export type MeterName = keyof typeof meters;

export const meterNames = Object.keys(meters) as [MeterName, ...MeterName[]];

/** Why some of a meter is taken back, as people read it. */
export const missing = 'A count found less than the change log tells.';
