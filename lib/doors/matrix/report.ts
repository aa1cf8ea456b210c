/** One way in which an operation did not keep to its wall. */
export interface Finding {
  procedure: string;
  case: string;
  problem: string;
}

export interface Report {
  procedures: number;
  /** Cases asked, those that found something included. */
  cases: number;
  findings: Finding[];
}

/** Collects what the cases of one operation found. */
export class Notes {
  cases = 0;
  readonly findings: Finding[] = [];

  constructor(private readonly procedure: string) {}

  /** Counts a case; `problem` is what is wrong, null when nothing is. */
  note(name: string, problem: string | null) {
    this.cases += 1;
    if (problem) this.findings.push({ procedure: this.procedure, case: name, problem });
  }
}
