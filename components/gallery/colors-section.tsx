import { GallerySection } from './gallery-section';

const grounds = [
  'surface',
  'surface-raised',
  'surface-sunken',
  'surface-hover',
  'surface-active',
  'surface-selected',
  'soft',
];
const fills = ['primary', 'primary-hover', 'primary-active', 'mark', 'accent', 'danger', 'inverse'];
const scale = Array.from({ length: 12 }, (_, at) => `brand-${at + 1}`);
const charts = Array.from({ length: 6 }, (_, at) => `chart-${at + 1}`);

export function ColorsSection() {
  return (
    <GallerySection id="colors" title="Colours">
      <Swatches names={scale} />
      <Swatches names={charts} />
      <Swatches names={fills} />
      <div className="grid gap-2 sm:grid-cols-4">
        {grounds.map((name) => (
          <div
            key={name}
            style={{ background: `var(--${name})` }}
            className="grid gap-0.5 rounded-panel border border-line p-3"
          >
            <p>{name}</p>
            <p className="text-muted">muted 안내 문구</p>
            <p className="text-subtle">subtle 보조 문구</p>
            <p className="text-link">link 링크</p>
          </div>
        ))}
      </div>
    </GallerySection>
  );
}

function Swatches({ names }: { names: string[] }) {
  return (
    <div className="grid grid-cols-6 gap-1 sm:grid-cols-12">
      {names.map((name) => (
        <div key={name} className="grid gap-1">
          <div
            className="h-9 rounded-small border border-line"
            style={{ background: `var(--${name})` }}
          />
          <p className="truncate text-subtle text-xs">{name}</p>
        </div>
      ))}
    </div>
  );
}
