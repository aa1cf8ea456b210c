import type { ReactNode } from 'react';

export type GallerySectionProps = { id: string; title: string; children: ReactNode };

export function GallerySection({ id, title, children }: GallerySectionProps) {
  return (
    <section aria-labelledby={id} className="grid gap-4 border-line border-t pt-6">
      <h2 id={id} className="font-semibold text-lg">
        {title}
      </h2>
      {children}
    </section>
  );
}

/** A row of variants with a name before it. */
export function GalleryRow({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="grid gap-2 sm:grid-cols-[9rem_minmax(0,1fr)] sm:items-start">
      <p className="pt-1.5 text-muted text-sm">{label}</p>
      <div className="flex min-w-0 flex-wrap items-center gap-2">{children}</div>
    </div>
  );
}
