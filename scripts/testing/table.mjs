/** The rows of a bench as aligned lines: three values, median, ratio, goal, verdict. */
export function table(rows) {
  const cells = [
    ['', 'rounds', 'median', 'ratio', 'goal', ''],
    ...rows.map((row) => [
      row.name,
      row.values.map(figure).join('  '),
      `${figure(row.median)} ${row.unit}`,
      row.base ? `${row.ratio.toFixed(2)} x ${row.base}` : '',
      goalText(row.goal),
      [row.goal && (row.ok ? 'ok' : 'MISSED'), row.steady || 'unsteady']
        .filter((word) => typeof word === 'string')
        .join(', '),
    ]),
  ];
  const widths = cells[0].map((_, at) => Math.max(...cells.map((line) => line[at].length)));
  return cells.map((line) =>
    line
      .map((cell, at) => cell.padEnd(widths[at]))
      .join('  ')
      .trimEnd(),
  );
}

const figure = (value) =>
  Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3).replace(/\.?0+$/, '');

const goalText = ({ atMost, atLeast } = {}) =>
  [atMost !== undefined && `<= ${atMost}`, atLeast !== undefined && `>= ${atLeast}`]
    .filter(Boolean)
    .join(', ');
