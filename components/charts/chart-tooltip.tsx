import { type ChartPoint, type ChartProps, chartFormats, seriesColor } from './chart-data';

type ChartTooltipProps = {
  active?: boolean;
  payload?: readonly { payload?: unknown }[];
  chart: ChartProps;
};

export function ChartTooltip({ active, payload, chart }: ChartTooltipProps) {
  const point = payload?.[0]?.payload as ChartPoint | undefined;
  if (!active || !point) return null;
  const { exact } = chartFormats(chart.scale, chart.locale);
  return (
    <div className="rounded-control border border-line bg-surface-raised px-2.5 py-1.5 text-sm shadow-overlay">
      <p className="font-medium">{point.fullLabel ?? point.label}</p>
      {chart.series.map((series, at) => (
        <p key={series.key} className="flex items-center gap-2">
          <span className="size-2 rounded-full" style={{ background: seriesColor(at) }} />
          <span className="flex-1 pr-4 text-muted">{series.label}</span>
          <span className="tabular-nums">{exact(point.values[series.key])}</span>
        </p>
      ))}
    </div>
  );
}
