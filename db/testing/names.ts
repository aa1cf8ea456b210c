/** Master secret of test clusters; role passwords derive from it. */
export const testSecret = 'rowhouse-test-secret-of-no-value-to-anyone';
