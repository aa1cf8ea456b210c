/** A workspace's own colour beside its name. */
export const PlaceDot = ({ color }: { color: string | null }) => (
  <span
    aria-hidden
    className="size-2.5 shrink-0 rounded-full border border-line bg-surface-active"
    style={color ? { background: color } : undefined}
  />
);
