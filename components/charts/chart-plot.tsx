'use client';

import {
  Bar,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { type ChartProps, chartFormats, seriesColor } from './chart-data';
import { ChartTooltip } from './chart-tooltip';

const tick = { fill: 'var(--muted)', fontSize: 12 };
const still = { isAnimationActive: false };

export function ChartPlot(props: ChartProps) {
  const { points, scale, limit, height = 240, locale } = props;
  const { short } = chartFormats(scale, locale);
  const top = limit ? { domain: [0, (max: number) => Math.max(max, limit.value)] as const } : {};
  return (
    <ResponsiveContainer width="100%" height={height}>
      <ComposedChart
        data={[...points]}
        margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
        barCategoryGap="28%"
        accessibilityLayer
      >
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis
          dataKey="label"
          tick={tick}
          tickLine={false}
          axisLine={{ stroke: 'var(--line-strong)' }}
          minTickGap={24}
          tickMargin={6}
        />
        <YAxis
          {...(top as { domain?: [number, (max: number) => number] })}
          tick={tick}
          tickLine={false}
          axisLine={false}
          width={48}
          tickFormatter={short}
        />
        <Tooltip
          cursor={{ fill: 'var(--surface-hover)', stroke: 'var(--line-strong)' }}
          content={(state) => (
            <ChartTooltip active={state.active} payload={state.payload} chart={props} />
          )}
          {...still}
        />
        {marksOf(props)}
        {limit ? (
          <ReferenceLine
            y={limit.value}
            stroke="var(--danger-mark)"
            strokeDasharray="4 4"
            label={{
              value: limit.label,
              position: 'insideTopRight',
              fill: 'var(--danger-text)',
              fontSize: 12,
            }}
          />
        ) : null}
      </ComposedChart>
    </ResponsiveContainer>
  );
}

/** Recharts looks at its own children only, so the marks are elements here, not a component. */
function marksOf({ kind, series, stacked }: ChartProps) {
  return series.map(({ key, label }, at) => {
    const value = (point: { values: Record<string, number | null> }) => point.values[key];
    if (kind === 'line') {
      return (
        <Line
          key={key}
          name={label}
          dataKey={value}
          type="linear"
          stroke={seriesColor(at)}
          strokeWidth={2}
          dot={false}
          activeDot={{ r: 3 }}
          {...still}
        />
      );
    }
    const last = !stacked || at === series.length - 1;
    return (
      <Bar
        key={key}
        name={label}
        dataKey={value}
        fill={seriesColor(at)}
        stackId={stacked ? 'all' : undefined}
        radius={last ? [2, 2, 0, 0] : 0}
        maxBarSize={40}
        {...still}
      />
    );
  });
}
