'use client';

import { ChartColumn, Table2 } from 'lucide-react';
import { useId, useState } from 'react';
import { IconButton } from '@/components/ui/icon-button';
import { useWords } from '@/components/ui/words';
import { type ChartProps, seriesColor } from './chart-data';
import { ChartPlot } from './chart-plot';
import { ChartTable } from './chart-table';

/** Bars or lines in the one style of the product, with the same numbers as a table. */
export function Chart(props: ChartProps) {
  const { title, series, scale } = props;
  const words = useWords();
  const id = useId();
  const [asTable, setAsTable] = useState(false);
  return (
    <figure aria-labelledby={id} className="flex min-w-0 flex-col gap-3">
      <figcaption className="flex items-start gap-2">
        <div className="min-w-0 flex-1">
          <h3 id={id} className="font-semibold">
            {title}
          </h3>
          <p className="flex flex-wrap gap-x-3 text-muted text-sm">
            <span>{scale.unit ? `${scale.label} (${scale.unit})` : scale.label}</span>
            {series.length > 1
              ? series.map(({ key, label }, at) => (
                  <span key={key} className="inline-flex items-center gap-1.5">
                    <span
                      aria-hidden
                      className="size-2 rounded-full"
                      style={{ background: seriesColor(at) }}
                    />
                    {label}
                  </span>
                ))
              : null}
          </p>
        </div>
        <IconButton
          icon={asTable ? ChartColumn : Table2}
          label={asTable ? words.showChart : words.showTable}
          aria-pressed={asTable}
          size="small"
          onClick={() => setAsTable(!asTable)}
        />
      </figcaption>
      {asTable ? <ChartTable {...props} /> : <ChartPlot {...props} />}
    </figure>
  );
}
