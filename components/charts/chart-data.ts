/** One series; its colour is its place in the list, the first wears the brand. */
export type ChartSeries = { key: string; label: string };

export type ChartPoint = {
  /** What stands under the axis: already in the reader's language. */
  label: string;
  /** The same in full, for the tooltip and the table. */
  fullLabel?: string;
  values: Readonly<Record<string, number | null>>;
};

export type ChartScale = {
  /** What is counted: "Requests", "Storage". */
  label: string;
  /** Passed to `Intl.NumberFormat`; plain data, so that it may come from the server. */
  format?: Intl.NumberFormatOptions;
  /** After the number where the format has no unit: "GB". */
  unit?: string;
};

export type ChartProps = {
  /** What the chart shows, for everyone; it is also its heading. */
  title: string;
  kind: 'bar' | 'line';
  points: readonly ChartPoint[];
  series: readonly ChartSeries[];
  scale: ChartScale;
  /** What the points are: "Day", "Month". */
  pointLabel: string;
  stacked?: boolean;
  /** A line across: a limit or a goal. */
  limit?: { value: number; label: string };
  height?: number;
  locale?: string;
};

export const seriesColor = (at: number): string => `var(--chart-${(at % 6) + 1})`;

/** Exact values for tooltips and tables; short ones (`1.2K`) for the axis. */
export function chartFormats(scale: ChartScale, locale: string | undefined) {
  const exact = new Intl.NumberFormat(locale, scale.format);
  const short = new Intl.NumberFormat(locale, {
    notation: 'compact',
    maximumFractionDigits: 1,
    ...scale.format,
  });
  const unit = scale.unit ? ` ${scale.unit}` : '';
  return {
    exact: (value: number | null | undefined) =>
      value === null || value === undefined ? '–' : `${exact.format(value)}${unit}`,
    short: (value: number) => short.format(value),
  };
}
