import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import { FakePort, FakeStorage, idle } from "./chrome.js";
import { Host, REPEAT_MAX_MS } from "../../../native-host/extension/background/host.js";
import { UnansweredCommands } from "../../../native-host/extension/background/unanswered.js";

const START = { verb: "start", command_id: "019cd1a0-0002-7000-8000-000000000000", description: "Plan" };

let ports, states, storage, greeting, host;

mock.timers.enable({ apis: ["setTimeout", "Date"] });

beforeEach(async () => {
  ports = [];
  states = [];
  storage = new FakeStorage();
  greeting = {};
  host = newHost();
  await host.begin();
});

function newHost() {
  return new Host(
    () => (ports.push(new FakePort()), ports.at(-1)), new UnansweredCommands(storage), () => greeting, state => states.push(state));
}

const settled = () => new Promise(resolve => setImmediate(resolve));
const commandsOf = port => port.sent.filter(({ command_id }) => command_id);

test("Hello comes first, and what was asked before its reply follows it", async () => {
  void host.send({ verb: "today" });
  assert.deepEqual(ports[0].sent.map(({ verb }) => verb), ["hello"]);
  ports[0].greet();
  assert.deepEqual(ports[0].sent.map(({ verb }) => verb), ["hello", "today"]);
});

test("A command is written down before it is sent, and forgotten once it is answered", async () => {
  ports[0].greet();
  let whenWritten;
  const set = storage.set.bind(storage);
  storage.set = async values => { whenWritten ??= commandsOf(ports[0]).length; await set(values); };
  const reply = host.send(START);
  await settled();
  assert.equal(whenWritten, 0);
  assert.deepEqual(storage.kept.unanswered.map(({ request }) => request), [START]);

  ports[0].reply(commandsOf(ports[0])[0].id, { outcome: "done" });
  assert.equal((await reply).result.outcome, "done");
  await settled();
  assert.deepEqual(storage.kept.unanswered, []);
});

test("A command whose host ends before it replies is asked again, unchanged", async () => {
  ports[0].greet();
  const reply = host.send(START);
  await settled();
  ports[0].close();
  mock.timers.tick(200);
  ports[1].greet();
  assert.deepEqual(commandsOf(ports[1]), commandsOf(ports[0]));
  ports[1].reply(commandsOf(ports[1])[0].id, { outcome: "done", repeated: true });
  assert.equal((await reply).result.repeated, true);
});

test("A background that was stopped asks again what its earlier life had no reply to", async () => {
  ports[0].greet();
  void host.send(START);
  await settled();
  const later = newHost();
  await later.begin();
  ports[1].greet();
  assert.deepEqual(commandsOf(ports[1]).map(({ id, ...request }) => request), [START]);
});

test("Before it knows what to ask again, a background that a popup has woken does not connect", async () => {
  const later = newHost();
  void later.send({ verb: "today" });
  assert.equal(ports.length, 1);
  await later.begin();
  assert.equal(ports.length, 2);
});

test("A popup that wakes the background with a command loses none that an earlier life left behind", async () => {
  ports[0].greet();
  void host.send(START);
  await settled();
  const STOP = { verb: "stop", command_id: "019cd1a0-0003-7000-8000-000000000000" };
  const later = newHost();
  void later.send(STOP);
  await settled();
  await later.begin();
  assert.deepEqual(storage.kept.unanswered.map(({ request }) => request), [START, STOP]);
});

test("A command that both an earlier life and a popup ask again is asked once", async () => {
  ports[0].greet();
  void host.send(START);
  await settled();
  const later = newHost();
  void later.send(START);
  await settled();
  await later.begin();
  ports[1].greet();
  await settled();
  assert.equal(commandsOf(ports[1]).length, 1);
  assert.equal(storage.kept.unanswered.length, 1);
});

test("What was asked too long ago is not asked again: now would be another time", async () => {
  ports[0].greet();
  void host.send(START);
  await settled();
  mock.timers.setTime(Date.now() + REPEAT_MAX_MS);
  const later = newHost();
  await later.begin();
  ports[1].greet();
  assert.deepEqual(commandsOf(ports[1]), []);
  await settled();
  assert.deepEqual(storage.kept.unanswered, []);
});

test("A popup that asks again for a command under way shares its reply", async () => {
  ports[0].greet();
  const replies = [host.send(START), host.send(START)];
  await settled();
  assert.equal(commandsOf(ports[0]).length, 1);
  ports[0].reply(commandsOf(ports[0])[0].id, { outcome: "done" });
  assert.deepEqual(...await Promise.all(replies));
});

test("A request that nobody answers fails in the end", async () => {
  ports[0].greet();
  const reply = host.send({ verb: "today" });
  await settled();
  mock.timers.tick(REPEAT_MAX_MS);
  assert.equal((await reply).error.code, "NoAnswer");
});

for (const message of ["Specified native messaging host not found.", "No such native application timetracker.host"]) {
  test(`Without a host nothing is asked and nothing is kept (${message})`, async () => {
    const early = host.send(START);
    await settled();
    ports[0].close(message);
    assert.equal((await early).error.code, "NoHost");
    assert.equal((await host.send(START)).error.code, "NoHost");
    assert.deepEqual(host.state.problem, { kind: "missing" });
    await settled();
    assert.deepEqual(storage.kept.unanswered, []);
  });
}

test("A host of another version is let go, and asked for again ever more seldom", async () => {
  ports[0].onMessage.fire({ id: 0, ok: false, error: { code: "HostTooOld", message: "", hint: "" } });
  assert.equal(ports[0].isLetGo, true);
  assert.deepEqual([host.state.link, host.state.problem], ["lost", { kind: "host-too-old" }]);
  for (const wait of [200, 400, 800]) {
    const before = ports.length;
    mock.timers.tick(wait - 1);
    assert.equal(ports.length, before);
    mock.timers.tick(1);
    assert.equal(ports.length, before + 1);
    ports.at(-1).close("Specified native messaging host not found.");
  }
});

test("A store that cannot be opened is told, and each request tries anew", async () => {
  const error = { code: "StoreFull", message: "The disk is full.", hint: "Make room." };
  ports[0].onMessage.fire({ id: 0, ok: false, error });
  assert.deepEqual([host.state.link, host.state.problem], ["ready", { kind: "refused", error }]);
  const reply = host.send({ verb: "snapshot" });
  await settled();
  ports[0].reply(ports[0].sent.at(-1).id, { snapshot: idle() });
  await reply;
  assert.equal(host.state.problem, null);
});

test("What a greeting says of the connection's end can be said again while it lasts", async () => {
  ports[0].greet();
  greeting = { stop_at_end: START.command_id };
  void host.greetAgain();
  await settled();
  assert.deepEqual(ports[0].sent.map(({ verb, stop_at_end }) => [verb, stop_at_end]),
    [["hello", undefined], ["hello", START.command_id]]);
});

test("Of two snapshots the later one is shown, in whatever order they come", () => {
  ports[0].greet();
  ports[0].onMessage.fire({ event: "snapshot", snapshot: idle(3) });
  ports[0].onMessage.fire({ event: "snapshot", snapshot: idle(2) });
  assert.equal(host.state.snapshot.sequence, 3);
});

test("A new host counts its snapshots from one again", () => {
  ports[0].greet(idle(7));
  ports[0].close();
  mock.timers.tick(200);
  ports[1].greet(idle(1));
  assert.equal(host.state.snapshot.sequence, 1);
});
