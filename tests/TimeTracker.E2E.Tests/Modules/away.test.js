import assert from "node:assert/strict";
import { test } from "node:test";
import { entry } from "./chrome.js";
import { awayAfter, awayInside, detectionSeconds } from "../../../native-host/extension/background/away.js";

const NOW = Date.parse("2027-03-09T09:11:13+01:00");

test("Whoever is idle has been away since the last input, by the threshold earlier", () =>
  assert.equal(awayAfter(null, "idle", NOW, 300), NOW - 300_000));

test("A screen that is locked counts at once", () => assert.equal(awayAfter(null, "locked", NOW, 300), NOW));

test("A screen that locks itself later does not shorten an absence", () =>
  assert.equal(awayAfter(NOW - 300_000, "locked", NOW, 300), NOW - 300_000));

test("Whoever is back is not away", () => assert.equal(awayAfter(NOW, "active", NOW, 300), null));

test("An absence is told from the last input to the return", () =>
  assert.deepEqual(awayInside(NOW - 600_000, NOW, entry()),
    { from: "2027-03-09T08:01:13.000Z", to: "2027-03-09T08:11:13.000Z" }));

test("Of an absence only the time in which the entry ran is told", () =>
  assert.deepEqual(awayInside(NOW - 3_600_000, NOW, entry()),
    { from: "2027-03-09T07:46:13.000Z", to: "2027-03-09T08:11:13.000Z" }));

for (const [name, found] of [["Nothing", null], ["A pause", entry({ state: "paused" })]]) {
  test(`${name} is not asked about`, () => assert.equal(awayInside(NOW - 600_000, NOW, found), null));
}

test("A clock that was set back since makes no absence", () => assert.equal(awayInside(NOW, NOW - 1, entry()), null));

test("The browser is told a threshold that it can have", () =>
  assert.deepEqual([0, 300_000, 7 * 24 * 3_600_000].map(detectionSeconds), [15, 300, 14_400]));
