import { amount } from "../common/format.js";
import { text } from "../common/text.js";

/**
 * @typedef {"idle" | "running" | "paused" | "offline"} Look
 * @typedef {{ look: Look, badge: string, color: string, title: string }} Face
 */

const GREEN = "#1a7f37";
const AMBER = "#9a6700";
const RED = "#b3261e";

/**
 * What the toolbar shows: that nobody answers, that a question waits, and else what runs.
 * @param {import("../common/protocol.js").State} state
 * @returns {Face}
 */
export function faceOf({ link, problem, snapshot, ageMs }) {
  if (link === "lost" || problem || !snapshot) {
    const isKnown = link === "lost" || problem;
    return { look: "offline", badge: isKnown ? "!" : "", color: RED, title: text(isKnown ? "title_offline" : "title_connecting") };
  }
  const { entry, state, today, questions, sync } = snapshot;
  const grown = state === "running" ? ageMs : 0;
  const lines = [
    entry && state === "running" ? text("title_running", entry.description, amount(entry.duration_ms + grown)) : "",
    entry && state === "paused" ? text("title_paused", entry.description) : "",
    state === "idle" ? text("title_idle") : "",
    text("title_today", amount(today.total_ms + grown)),
    questions > 0 ? text("title_questions", questions) : "",
    sync.state !== "off" && sync.pending > 0 ? text("title_unsynced", sync.pending) : "",
    sync.parked > 0 ? text("title_parked", sync.parked) : "",
  ];
  const title = lines.filter(line => line).join("\n");
  if (questions > 0) {
    return { look: state, badge: "?", color: AMBER, title };
  }
  switch (state) {
    case "running": return { look: state, badge: amount(entry ? entry.duration_ms + grown : 0), color: GREEN, title };
    case "paused": return { look: state, badge: "II", color: AMBER, title };
    case "idle": return { look: state, badge: "", color: GREEN, title };
  }
}
