/**
 * @typedef {"active" | "idle" | "locked"} IdleState
 * @typedef {{ from: string, to: string }} Stretch
 */

/** The browser's own least and greatest threshold, in seconds. */
const THRESHOLD_MIN = 15;
const THRESHOLD_MAX = 4 * 60 * 60;

/**
 * The threshold that the browser is told, from the policy's.
 * @param {number} thresholdMs
 * @returns {number} seconds
 */
export function detectionSeconds(thresholdMs) {
  return Math.min(Math.max(Math.round(thresholdMs / 1000), THRESHOLD_MIN), THRESHOLD_MAX);
}

/**
 * When the person was last there: by the threshold earlier than the browser noticed that nobody is, and at once where
 * the screen was locked. Whoever was away already is away since then.
 * @param {number | null} awaySince milliseconds since 1970; null for someone who was there
 * @param {IdleState} state
 * @param {number} now
 * @param {number} thresholdSeconds
 * @returns {number | null}
 */
export function awayAfter(awaySince, state, now, thresholdSeconds) {
  switch (state) {
    case "active": return null;
    case "locked": return awaySince ?? now;
    case "idle": return awaySince ?? now - thresholdSeconds * 1000;
  }
}

/**
 * The part of an absence in which the entry ran; null for none.
 * @param {number} awaySince
 * @param {number} now
 * @param {import("../common/protocol.js").Entry | null} entry
 * @returns {Stretch | null}
 */
export function awayInside(awaySince, now, entry) {
  if (entry?.state !== "running") {
    return null;
  }
  const from = Math.max(awaySince, Date.parse(entry.start));
  return from < now ? { from: new Date(from).toISOString(), to: new Date(now).toISOString() } : null;
}
