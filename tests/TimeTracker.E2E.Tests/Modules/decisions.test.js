import assert from "node:assert/strict";
import { test } from "node:test";
import { entry, idle, running } from "./chrome.js";
import { waitBeforeNext } from "../../../native-host/extension/background/backoff.js";
import { faceOf } from "../../../native-host/extension/background/badge.js";
import { followMenu } from "../../../native-host/extension/background/menus.js";
import { continueWith, descriptionOf, toggle } from "../../../native-host/extension/background/timerActions.js";
import { mintCommandId } from "../../../native-host/extension/common/commandId.js";
import { amount, fromLocalInput, ticking, toLocalInput } from "../../../native-host/extension/common/format.js";
import { lastPart, tagsOf, withLast } from "../../../native-host/extension/popup/tags.js";
import { layOut } from "../../../native-host/extension/popup/timeline.js";

const state = (snapshot, more = {}) => ({ link: "ready", problem: null, snapshot, ageMs: 0, ...more });

test("The key stops what runs and never starts it anew", () =>
  assert.deepEqual(toggle(running()), { verb: "stop", entry: entry().id }));

test("The key ends a break, and else goes on with the latest entry", () => {
  assert.deepEqual(toggle(running({ state: "paused" })), { verb: "resume", entry: entry().id });
  assert.deepEqual(toggle({ ...idle(), recent: [entry()] }), { verb: "continue", entry: entry().id });
  assert.equal(toggle(idle()), null);
});

test("Going on with an earlier entry links to it where nothing runs, and else switches to one like it", () => {
  assert.deepEqual(continueWith(idle(), entry()), { verb: "continue", entry: entry().id });
  assert.deepEqual(continueWith(running(), entry({ id: "other", project: null })),
    { verb: "switch", entry: entry().id, description: "Write the report", tags: ["deep"], billable: true });
});

test("A page's title becomes one line, no longer than a description may be", () => {
  assert.equal(descriptionOf("  Plan\n\tthe\u0000day "), "Plan the day");
  assert.equal(descriptionOf("x".repeat(1001)).length, 1000);
});

test("The menu starts with the selection where there is one, and switches from what runs", () => {
  const tab = { title: "A page" };
  assert.deepEqual(followMenu({ menuItemId: "start-selection", selectionText: "Plan" }, tab, idle()),
    { verb: "start", description: "Plan" });
  assert.deepEqual(followMenu({ menuItemId: "start-page" }, tab, running()),
    { verb: "switch", entry: entry().id, description: "A page" });
  assert.equal(followMenu({ menuItemId: "start-page" }, undefined, idle()), null);
});

test("The badge shows the running time, and rather that a question waits or that nobody answers", () => {
  assert.equal(faceOf(state(idle())).badge, "");
  assert.equal(faceOf(state(running(), { ageMs: 60_000 })).badge, "0:26");
  assert.equal(faceOf(state(running({ questions: 1 }))).badge, "?");
  assert.deepEqual(["lost", "ready"].map(link => faceOf(state(running(), { link })).look), ["offline", "running"]);
  assert.equal(faceOf(state(running(), { link: "lost" })).badge, "!");
});

test("The title tells the day's total, and what is not synced or was refused", () => {
  const sync = { ...idle().sync, state: "waiting", pending: 2, parked: 1 };
  const { title } = faceOf(state({ ...idle(), sync, today: { total_ms: 3_660_000 } }));
  assert.deepEqual(title.split("\n"), ["title_idle", "title_today 1:01", "title_unsynced 2", "title_parked 1"]);
});

test("Attempts to reach the host become ever rarer, up to one a minute", () =>
  assert.deepEqual([0, 1, 2, 20].map(waitBeforeNext), [200, 400, 800, 60_000]));

test("A command's id is a UUID of version 7 whose last byte is 0, with the time in front", () => {
  const id = mintCommandId(Date.UTC(2027, 2, 9));
  assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{10}00$/);
  assert.equal(parseInt(id.replaceAll("-", "").slice(0, 12), 16), Date.UTC(2027, 2, 9));
  assert.notEqual(id, mintCommandId(Date.UTC(2027, 2, 9)));
});

test("Time is cut and not rounded: no minute is shown before it has passed", () => {
  assert.equal(amount(3_599_999), "0:59");
  assert.equal(ticking(36_061_999), "10:01:01");
});

test("An instant that was not changed comes back from its field as it was, to the second", () =>
  assert.equal(fromLocalInput(toLocalInput("2027-03-09T08:46:13+01:00")), "2027-03-09T07:46:13.000Z"));

test("No instant comes from an empty field", () => assert.equal(fromLocalInput(""), null));

test("Tags are separated by commas; the last one is completed", () => {
  assert.deepEqual(tagsOf(" deep, #phone,, "), ["deep", "phone"]);
  assert.equal(lastPart("deep, ph"), "ph");
  assert.equal(withLast("deep, ph", "phone"), "deep, phone");
});

test("The timeline goes by whole hours of its day, from the first entry to now", () => {
  const from = Date.parse("2027-03-09T00:00:00+01:00");
  const hour = hours => from + hours * 3_600_000;
  const { segments, ...ends } = layOut(
    [entry({ start: new Date(hour(8.5)).toISOString(), end: new Date(hour(9)).toISOString(), state: "stopped" }), entry({ start: new Date(hour(9)).toISOString() })],
    { from, to: hour(24), now: hour(10.5) });
  assert.deepEqual(ends, { from: hour(8), to: hour(11) });
  assert.deepEqual(segments, [
    { from: hour(8.5), to: hour(9), className: "" }, { from: hour(9), to: hour(10.5), className: "running" }]);
});

test("An entry that began yesterday fills its day from midnight", () => {
  const from = Date.parse("2027-03-09T00:00:00+01:00");
  const { segments } = layOut([entry({ start: "2027-03-08T22:00:00+01:00" })], { from, to: from + 86_400_000, now: from + 1000 });
  assert.equal(segments[0].from, from);
});
