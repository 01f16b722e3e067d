const FIRST_WAIT_MS = 200;
const WAIT_MAX_MS = 60_000;

/**
 * How long to wait before the next attempt to reach the host: at once nearly, then twice as long each time.
 * @param {number} failures attempts that failed since the host last answered
 * @returns {number} milliseconds
 */
export function waitBeforeNext(failures) {
  return Math.min(FIRST_WAIT_MS * 2 ** failures, WAIT_MAX_MS);
}
