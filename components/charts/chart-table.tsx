import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from '@/components/ui/table';
import { type ChartProps, chartFormats } from './chart-data';

/** The same numbers, exact. */
export function ChartTable({ title, points, series, scale, pointLabel, locale }: ChartProps) {
  const { exact } = chartFormats(scale, locale);
  return (
    <Table frameClassName="max-h-80" aria-label={title}>
      <TableHead>
        <tr>
          <TableHeader pinned>{pointLabel}</TableHeader>
          {series.map(({ key, label }) => (
            <TableHeader key={key} numeric>
              {label}
            </TableHeader>
          ))}
        </tr>
      </TableHead>
      <TableBody>
        {points.map((point) => (
          <TableRow key={point.fullLabel ?? point.label}>
            <TableCell pinned>{point.fullLabel ?? point.label}</TableCell>
            {series.map(({ key }) => (
              <TableCell key={key} numeric>
                {exact(point.values[key])}
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
