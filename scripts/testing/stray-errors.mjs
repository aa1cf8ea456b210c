import { writeFileSync } from 'node:fs';

/** A reporter of vitest's: writes down what was thrown outside any test, which its JSON leaves out. */
export default class StrayErrors {
  onTestRunEnd(_modules, errors) {
    const stray = errors.map(({ message, stack }) => message ?? String(stack));
    writeFileSync(process.env.STRAY_ERRORS_FILE, JSON.stringify(stray));
  }
}
