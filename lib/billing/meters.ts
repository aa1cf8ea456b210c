/** What is counted of a tenant and can have a price. The unit is what one stands for. */
export const meters = {
  storage: { title: 'Storage', unit: 'byte-hour' },
  requests: { title: 'API calls', unit: 'call' },
  computing: { title: 'Computing', unit: 'millisecond' },
  messages: { title: 'Messages', unit: 'message' },
  backups: { title: 'Backups', unit: 'byte-hour' },
} as const;

type MeterName = keyof typeof meters;

export const meterNames = Object.keys(meters) as [MeterName, ...MeterName[]];
