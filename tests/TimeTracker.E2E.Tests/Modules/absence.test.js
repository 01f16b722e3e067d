import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { entry, FakeStorage, idle, running } from "./chrome.js";
import { Absence, UNTOLD_MAX } from "../../../native-host/extension/background/absence.js";

const LEFT = Date.parse("2027-03-09T09:01:13+01:00");
const BACK = Date.parse("2027-03-09T09:11:13+01:00");
const TOLD = { entry: entry().id, from: "2027-03-09T08:01:13.000Z", to: "2027-03-09T08:11:13.000Z" };

let storage, host, absence;

beforeEach(() => {
  storage = new FakeStorage();
  host = new FakeHost();
  absence = new Absence(host, storage);
});

/** What the host answers to an absence, and what runs as it does. */
class FakeHost {
  state = { link: "ready" };
  snapshot = running();
  answer = done;
  asked = [];

  async send(request) {
    this.asked.push(request);
    return request.verb === "snapshot"
      ? this.snapshot ? { ok: true, result: { snapshot: this.snapshot } } : failure("StoreBusy")
      : this.answer(request);
  }

  get told() {
    return this.asked.filter(({ verb }) => verb === "away");
  }
}

const done = () => ({ ok: true, result: { outcome: "done" } });
const nothing = () => ({ ok: true, result: { outcome: "nothing", reason: "AlreadyKnown" } });
const failure = code => ({ ok: false, error: { code, message: "", hint: "" } });

async function leaveAndReturn(left = LEFT, back = BACK) {
  await absence.changed("locked", left);
  await absence.changed("active", back);
}

/** A promise that the test settles. */
function later() {
  let settle;
  return { promise: new Promise(resolve => { settle = resolve; }), settle: value => settle(value) };
}

const settled = () => new Promise(resolve => setImmediate(resolve));
const withoutId = ({ verb, command_id, ...told }) => told;

test("An absence is told at the return, and forgotten once it is answered", async () => {
  await leaveAndReturn();
  assert.deepEqual(host.told.map(withoutId), [TOLD]);
  assert.deepEqual(storage.kept, { awaySince: null, untoldAbsences: [] });
  await absence.tell();
  assert.equal(host.told.length, 1);
});

test("Without a connection nobody is asked, and the absence is told over the next one", async () => {
  host.state.link = "lost";
  await leaveAndReturn();
  assert.deepEqual(host.asked, []);
  host.state.link = "ready";
  await absence.tell();
  assert.deepEqual(host.told.map(withoutId), [TOLD]);
});

for (const code of ["NoHost", "NoAnswer", "StoreBusy", "StoreFull"]) {
  test(`An absence that had no effect (${code}) is told again unchanged, under the same id`, async () => {
    host.answer = () => failure(code);
    await leaveAndReturn();
    host.answer = done;
    await absence.tell();
    await absence.tell();
    assert.equal(host.told.length, 2);
    assert.deepEqual(host.told[1], host.told[0]);
  });
}

for (const [code, answer] of [
  ["AlreadyKnown", nothing],
  ...["UnknownEntry", "EntryRemoved", "GapOutsideEntry"].map(code => [code, () => failure(code)]),
]) {
  test(`The host's last word (${code}) is not asked for twice`, async () => {
    host.answer = answer;
    await leaveAndReturn();
    await absence.tell();
    assert.equal(host.told.length, 1);
    assert.deepEqual(storage.kept.untoldAbsences, []);
  });
}

test("An absence is kept where the host cannot say what runs", async () => {
  host.snapshot = null;
  await leaveAndReturn();
  assert.deepEqual(host.told, []);
  host.snapshot = running();
  await absence.tell();
  assert.deepEqual(host.told.map(withoutId), [TOLD]);
});

test("Where nothing runs there is nothing to tell, then or later", async () => {
  host.snapshot = idle();
  await leaveAndReturn();
  host.snapshot = running();
  await absence.tell();
  assert.deepEqual(host.told, []);
});

test("What was started after the return was not left", async () => {
  host.state.link = "lost";
  await leaveAndReturn();
  host.state.link = "ready";
  host.snapshot = running({ entry: entry({ id: "other", start: "2027-03-09T09:11:13+01:00" }) });
  await absence.tell();
  assert.deepEqual(host.told, []);
  assert.deepEqual(storage.kept.untoldAbsences, []);
});

test("Of what was started during the absence only its own time is told", async () => {
  host.snapshot = running({ entry: entry({ id: "other", start: "2027-03-09T09:06:13+01:00" }) });
  await leaveAndReturn();
  assert.deepEqual(host.told.map(withoutId), [{ entry: "other", from: "2027-03-09T08:06:13.000Z", to: TOLD.to }]);
});

test("An absence that was told once stays about that entry, whatever runs by then", async () => {
  host.answer = () => failure("NoAnswer");
  await leaveAndReturn();
  for (const snapshot of [idle(), running({ entry: entry({ id: "other" }) })]) {
    host.snapshot = snapshot;
    await absence.tell();
  }
  assert.deepEqual(host.told, Array(3).fill(host.told[0]));
});

test("A background that was stopped tells the absence in its next life, under the same id", async () => {
  host.answer = () => failure("NoAnswer");
  await leaveAndReturn();
  host.answer = done;
  absence = new Absence(host, storage);
  await absence.tell();
  assert.equal(host.told.length, 2);
  assert.deepEqual(host.told[1], host.told[0]);
  assert.deepEqual(storage.kept.untoldAbsences, []);
});

test("A background that was stopped during an absence still knows when it began", async () => {
  await absence.changed("locked", LEFT);
  absence = new Absence(host, storage);
  await absence.changed("active", BACK);
  assert.deepEqual(host.told.map(withoutId), [TOLD]);
});

test("However a background is stopped at the return, what it has kept lasts or is untold", async () => {
  host.state.link = "lost";
  await absence.changed("locked", LEFT);
  const written = [];
  const set = storage.set.bind(storage);
  storage.set = async values => { await set(values); written.push(structuredClone(storage.kept)); };
  await absence.changed("active", BACK);
  assert.deepEqual(
    written.map(({ awaySince, untoldAbsences }) => [awaySince, untoldAbsences.map(({ since, now }) => [since, now])]),
    [[null, [[LEFT, BACK]]]]);
});

test("An absence is told once, however often that is asked for meanwhile", async () => {
  host.state.link = "lost";
  await leaveAndReturn();
  host.state.link = "ready";
  await Promise.all([absence.tell(), absence.tell(), absence.tell()]);
  assert.equal(host.told.length, 1);
});

test("An absence that ends while another is told is kept meanwhile, and told next", async () => {
  const first = later();
  host.answer = () => first.promise;
  const returned = leaveAndReturn();
  await settled();
  const again = leaveAndReturn(BACK + 60_000, BACK + 120_000);
  await settled();
  assert.deepEqual(storage.kept.untoldAbsences.map(({ now }) => now), [BACK, BACK + 120_000]);
  assert.equal(host.told.length, 1);

  host.answer = done;
  first.settle(done());
  await Promise.all([returned, again]);
  assert.deepEqual(host.told.map(({ from }) => from), [TOLD.from, "2027-03-09T08:12:13.000Z"]);
  assert.deepEqual(storage.kept.untoldAbsences, []);
});

test("A return that is told of twice at once is one absence", async () => {
  await absence.changed("locked", LEFT);
  await Promise.all([absence.changed("active", BACK), absence.changed("active", BACK)]);
  assert.equal(host.told.length, 1);
});

test("Where the oldest absence has no answer the others wait behind it", async () => {
  host.state.link = "lost";
  await leaveAndReturn();
  await leaveAndReturn(BACK + 60_000, BACK + 120_000);
  host.state.link = "ready";
  host.answer = () => failure("StoreFull");
  await absence.tell();
  assert.deepEqual(host.told.map(({ from }) => from), [TOLD.from]);
  assert.equal(storage.kept.untoldAbsences.length, 2);
});

test("A tell that failed by a fault does not keep the next from being tried", async () => {
  host.answer = () => { throw new Error("The port is closed."); };
  await assert.rejects(leaveAndReturn());
  host.answer = done;
  await absence.tell();
  assert.equal(host.told.length, 2);
  assert.deepEqual(storage.kept.untoldAbsences, []);
});

test("Of more absences than are kept the latest are", async () => {
  host.state.link = "lost";
  for (let i = 0; i <= UNTOLD_MAX; i++) {
    await leaveAndReturn(LEFT + i, BACK + i);
  }
  assert.equal(storage.kept.untoldAbsences.length, UNTOLD_MAX);
  assert.equal(storage.kept.untoldAbsences[0].now, BACK + 1);
});
