const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export const isUuid = (raw: unknown): raw is string => typeof raw === 'string' && uuid.test(raw);
