import { explain, text, translate } from "../common/text.js";
import { Commands } from "./commands.js";
import { byId } from "./dom.js";
import { EntryForm } from "./entryForm.js";
import { Link } from "./link.js";
import { Lists } from "./lists.js";
import { Notice } from "./notice.js";
import { ProblemView } from "./problemView.js";
import { QuestionsView } from "./questionsView.js";
import { RecentView } from "./recentView.js";
import { SettingsView } from "./settingsView.js";
import { StartForm } from "./startForm.js";
import { SyncView } from "./syncView.js";
import { TimerView } from "./timerView.js";
import { TodayView } from "./todayView.js";
import { Views } from "./views.js";

/** @typedef {import("../common/protocol.js").State} State */

const SECOND_MS = 1000;

document.documentElement.lang = text("language");
translate(document);

/** @type {State | null} */
let shown = null;
let shownAt = 0;
let hasFocused = false;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let nextTick;

const link = new Link(show);
const notice = new Notice();
const views = new Views();
const commands = new Commands(link, notice);
const entryForm = new EntryForm(link, commands, views);
const timer = new TimerView(commands, entry => entryForm.edit(entry));
const startForm = new StartForm(link, commands);
const recent = new RecentView(commands);
const today = new TodayView(commands, entry => entryForm.edit(entry));
const questions = new QuestionsView(commands);
const lists = new Lists(link, today, questions);
const sync = new SyncView(link, failure => notice.show(explain(failure)));
const problem = new ProblemView(() => void link.ask({ verb: "snapshot" }));
new SettingsView(link, notice, views);

/** @param {State} state */
function show(state) {
  const { snapshot } = state;
  shown = state;
  shownAt = performance.now();
  problem.show(state);
  const isReady = state.link === "ready" && snapshot !== null && state.problem === null;
  // While a host that has ended is started anew, typing goes on: what is asked for meanwhile waits for it.
  const canAsk = snapshot !== null && (state.problem === null || state.problem.kind === "ended");
  byId("controls", HTMLFieldSetElement).disabled = !canAsk;
  document.body.toggleAttribute("data-stale", !isReady);
  document.body.dataset.state = snapshot?.state ?? "";
  if (snapshot) {
    timer.show(snapshot);
    startForm.show(snapshot);
    recent.show(snapshot);
    today.show(snapshot);
    sync.show(snapshot.sync);
  }
  tick();
  if (isReady) {
    void lists.refresh(snapshot);
  }
  if (isReady && !hasFocused) {
    hasFocused = true;
    timer.focus();
    performance.mark("usable");
  }
}

/** What runs is counted on by the clock that nobody can set, and only while the host answers. */
function tick() {
  clearTimeout(nextTick);
  if (shown?.snapshot && shown.link === "ready") {
    const { state, entry } = shown.snapshot;
    const grown = state === "running" ? shown.ageMs + performance.now() - shownAt : 0;
    timer.tick(grown);
    today.tick(grown);
    nextTick = setTimeout(tick, SECOND_MS - ((entry?.duration_ms ?? 0) + grown) % SECOND_MS);
  }
}

await startForm.restore();
await entryForm.restore();
