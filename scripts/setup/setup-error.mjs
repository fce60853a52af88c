// An expected failure of the set-up: one sentence that says what happened and what to do.

export class SetupError extends Error {
  /** @param {string} message @param {number} exitCode as DESIGN section 6 numbers them */
  constructor(message, exitCode = 5) {
    super(message);
    this.name = 'SetupError';
    this.exitCode = exitCode;
  }
}
