// The contract with the host, native-host/PROTOCOL.md, as types.

/**
 * @typedef {{ code: string, message: string, hint: string }} Failure
 * @typedef {{ ok: true, result: any } | { ok: false, error: Failure }} Reply
 * @typedef {{ verb: string, command_id?: string, [field: string]: unknown }} Request
 * A request without the id, which the connection gives. With a command_id it changes the store.
 */

/**
 * @typedef {{ id: string, description: string, project: string | null, tags: string[], billable: boolean,
 *   state: "running" | "stopped" | "paused" | "removed", start: string, end: string | null, duration_ms: number,
 *   unanswered_ms: number, certainty: string, overlaps: boolean, continues: string | null }} Entry
 * @typedef {{ total_ms: number, unanswered_ms: number, estimated_ms: number }} TodaySum
 * @typedef {{ command: string, verb: string, at: string, descriptions: string[] }} Undoable
 * @typedef {{ state: "off" | "synced" | "waiting" | "failing" | "shut-out", pending: number, parked: number,
 *   conflicts: number, last_success: string | null, problem: string | null }} Sync
 * @typedef {{ sequence: number, change: number, taken: string, state: "idle" | "running" | "paused", entry: Entry | null,
 *   today: TodaySum, questions: number, undo: Undoable | null, recent: Entry[], sync: Sync }} Snapshot
 * @typedef {{ id: string, kind: string, from: string, to: string, duration_ms: number, certainty: string,
 *   entry: Entry }} Question
 */

/**
 * @template T
 * @typedef {{ items: T[], total: number, cut: boolean }} Listing
 */

/**
 * @typedef {{ kind: "missing" | "forbidden" | "host-too-old" | "extension-too-old" | "ended" }
 *   | { kind: "refused", error: Failure }} Problem
 * Why there is no host to talk to, or why it cannot open the store.
 * @typedef {{ link: "connecting" | "ready" | "lost", problem: Problem | null, snapshot: Snapshot | null,
 *   ageMs: number }} State
 * What the popup shows: the latest snapshot, how old it is, and whether the host still answers.
 */

export const HOST_NAME = "timetracker.host";
export const PROTOCOL = 1;

/** The setting, of this browser alone, that what runs is stopped when it closes. */
export const STOP_AT_CLOSE = "stopAtClose";

/** What installs the host, or a newer one, from a clone of the repository. */
export const INSTALL_COMMAND = "dotnet run --project native-host/TimeTracker.NativeHost -- install";
