/**
 * @typedef {import("../common/protocol.js").Request} Request
 * @typedef {import("../common/protocol.js").Snapshot} Snapshot
 * @typedef {import("../common/protocol.js").Entry} Entry
 */

/** As long as a description may be. */
export const DESCRIPTION_MAX = 1000;

/**
 * What the key does: stops what runs, goes on after a break, and else continues what was worked on last; null where
 * there is nothing to continue. What runs is never started anew.
 * @param {Snapshot} snapshot
 * @returns {Request | null}
 */
export function toggle({ state, entry, recent }) {
  if (entry && state === "running") {
    return { verb: "stop", entry: entry.id };
  }
  if (entry && state === "paused") {
    return { verb: "resume", entry: entry.id };
  }
  return recent.length > 0 ? { verb: "continue", entry: recent[0].id } : null;
}

/**
 * Starts an entry, or switches to it from what runs or is paused.
 * @param {Snapshot} snapshot
 * @param {{ description: string, project?: string, tags?: string[], billable?: boolean }} details
 * @returns {Request}
 */
export function startOrSwitch({ entry }, details) {
  return entry ? { verb: "switch", entry: entry.id, ...details } : { verb: "start", ...details };
}

/**
 * Goes on with an earlier entry: linked to it where nothing runs, else by switching to one like it.
 * @param {Snapshot} snapshot
 * @param {Entry} earlier
 * @returns {Request}
 */
export function continueWith(snapshot, earlier) {
  const { description, project, tags, billable } = earlier;
  return snapshot.state === "idle"
    ? { verb: "continue", entry: earlier.id }
    : startOrSwitch(snapshot, { description, ...(project === null ? {} : { project }), tags, billable });
}

/**
 * A page's title or a selection as a description: one line, and no longer than one may be.
 * @param {string} found
 */
export function descriptionOf(found) {
  const line = found.replace(/[\s\p{Cc}]+/gu, " ").trim();
  return line.length <= DESCRIPTION_MAX ? line : `${line.slice(0, DESCRIPTION_MAX - 1)}…`;
}
