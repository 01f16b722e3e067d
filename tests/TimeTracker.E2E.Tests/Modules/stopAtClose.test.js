import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { FakeStorage, idle } from "./chrome.js";
import { StopAtClose } from "../../../native-host/extension/background/stopAtClose.js";

let settings, session;

beforeEach(() => {
  settings = new FakeStorage();
  session = new FakeStorage();
});

async function begin() {
  const stopAtClose = new StopAtClose(settings, session);
  await stopAtClose.read();
  return stopAtClose;
}

const stoppedBy = command => ({ ...idle(), undo: { command, verb: "Stop", at: "2027-03-09T08:41:13+01:00", descriptions: [] } });

test("At first what runs runs on when the browser closes", async () => assert.deepEqual((await begin()).greeting(), {}));

test("Each connection has a stop of its own", async () => {
  settings.kept.stopAtClose = true;
  const stopAtClose = await begin();
  assert.notEqual(stopAtClose.greeting().stop_at_end, stopAtClose.greeting().stop_at_end);
});

test("A background that was stopped takes back the stop that its end has caused, once", async () => {
  settings.kept.stopAtClose = true;
  const command = (await begin()).greeting().stop_at_end;
  const later = await begin();
  later.greeting();
  assert.deepEqual(later.undoOf(stoppedBy(command)), { verb: "undo", command });
  assert.equal(later.undoOf(stoppedBy(command)), null);
});

test("The stop of a browser that was closed stands", async () => {
  settings.kept.stopAtClose = true;
  const command = (await begin()).greeting().stop_at_end;
  session = new FakeStorage();
  assert.equal((await begin()).undoOf(stoppedBy(command)), null);
});

test("A person's own stop stands", async () => {
  settings.kept.stopAtClose = true;
  const stopAtClose = await begin();
  stopAtClose.greeting();
  assert.equal(stopAtClose.undoOf(stoppedBy("019cd1a0-0002-7000-8000-000000000000")), null);
  assert.equal(stopAtClose.undoOf(idle()), null);
});
