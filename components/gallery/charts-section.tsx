import { Chart } from '@/components/charts/chart';
import { GallerySection } from './gallery-section';

const days = Array.from({ length: 28 }, (_, at) => ({
  label: String(at + 1),
  fullLabel: `2026-02-${String(at + 1).padStart(2, '0')}`,
  values: {
    reads: 4000 + ((at * 977) % 3100),
    writes: 900 + ((at * 431) % 1300),
    mail: 200 + ((at * 173) % 700),
  },
}));
const series = [
  { key: 'reads', label: 'Reads' },
  { key: 'writes', label: 'Writes' },
  { key: 'mail', label: '메일' },
];

export function ChartsSection() {
  return (
    <GallerySection id="charts" title="Charts">
      <div className="grid gap-8 lg:grid-cols-2">
        <Chart
          title="API calls by day"
          kind="bar"
          stacked
          pointLabel="Day"
          points={days}
          series={series}
          scale={{ label: 'Calls' }}
        />
        <Chart
          title="저장 공간"
          kind="line"
          pointLabel="Day"
          points={days}
          series={series.slice(0, 1)}
          scale={{ label: 'Used', unit: 'MB' }}
          limit={{ value: 8000, label: 'Limit 8,000 MB' }}
        />
      </div>
    </GallerySection>
  );
}
