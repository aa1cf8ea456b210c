const roundsPerRun = 3;
const mostRuns = 3;
const mostSpread = 1.3;

/** Measures a bench in rounds, again when a row was too unsteady; the rows as `summarise` gives them. */
export async function measure(bench, context) {
  await bench.prepare?.(context);
  try {
    for (let attempt = 1; ; attempt += 1) {
      const rounds = [];
      for (let round = 0; round < roundsPerRun; round += 1) rounds.push(await bench.run(context));
      const rows = summarise(rounds);
      if (attempt === mostRuns || rows.every(({ steady }) => steady)) return rows;
    }
  } finally {
    await bench.finish?.();
  }
}

/**
 * One row per name over the rounds: all `values`, their `median`, the median of the same-round
 * `ratio`s to the base row, whether it was `steady`, and whether the goal is met (`ok`).
 */
export function summarise(rounds) {
  return rounds[0].map(({ name, unit, base, goal }) => {
    const values = rounds.map((round) => figureOf(round, name));
    const ratio =
      base && median(rounds.map((round) => figureOf(round, name) / figureOf(round, base)));
    const steady = Math.max(...values) <= mostSpread * Math.min(...values);
    const judged = base ? ratio : median(values);
    return {
      name,
      unit,
      values,
      median: median(values),
      base,
      ratio,
      steady,
      goal,
      ok: meets(judged, goal),
    };
  });
}

function figureOf(round, name) {
  const row = round.find((candidate) => candidate.name === name);
  if (!row) throw new Error(`A round lacks the row '${name}'.`);
  return row.value;
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

const meets = (figure, { atMost = Infinity, atLeast = -Infinity } = {}) =>
  figure <= atMost && figure >= atLeast;
