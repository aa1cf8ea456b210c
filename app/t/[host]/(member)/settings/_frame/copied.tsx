import { CopyButton } from '@/components/ui/copy-button';

interface Props {
  label: string;
  value: string;
  /** What the button says to who cannot see it. */
  copy: string;
}

/** A value to take elsewhere, in full, with a button that copies it. */
export function Copied({ label, value, copy }: Props) {
  return (
    <div className="grid gap-1.5">
      <p className="font-medium text-sm">{label}</p>
      <div className="flex min-w-0 items-center gap-1 rounded-control border border-line bg-surface-sunken pl-2.5">
        <code className="min-w-0 flex-1 break-all py-1.5 text-sm">{value}</code>
        <CopyButton value={value} label={copy} size="small" />
      </div>
    </div>
  );
}
