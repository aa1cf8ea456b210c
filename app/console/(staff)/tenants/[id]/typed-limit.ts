/**
 * How much there may be, as it was typed: null for any number, undefined where it is neither that nor a
 * whole number in digits alone, since "1.000" means one thing here and another there.
 */
export function typedLimit({
  typed,
  isAny,
}: {
  typed: string;
  isAny: boolean;
}): number | null | undefined {
  if (isAny) return null;
  const digits = typed.trim();
  return /^\d{1,15}$/.test(digits) ? Number(digits) : undefined;
}
