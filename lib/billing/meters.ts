/** What is counted of a tenant and can have a price. The unit is what one stands for. */
export const meters = {
  storage: { title: 'Storage', unit: 'byte-hour' },
  requests: { title: 'API calls', unit: 'call' },
  computing: { title: 'Computing', unit: 'millisecond' },
  database: { title: 'Database time', unit: 'millisecond' },
  seats: { title: 'Seats', unit: 'seat-hour' },
  messages: { title: 'Messages', unit: 'message' },
  backups: { title: 'Backups', unit: 'byte-hour' },
} as const;

export type MeterName = keyof typeof meters;

export const meterNames = Object.keys(meters) as [MeterName, ...MeterName[]];

/** Why some of a meter is taken back, as people read it. */
export const missing = 'A count found less than the change log tells.';
