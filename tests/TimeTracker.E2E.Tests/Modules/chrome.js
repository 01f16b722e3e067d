// What the modules under test want of a browser: its texts, and the words for why a port was closed.

globalThis.chrome = /** @type {any} */ ({
  runtime: { lastError: undefined },
  i18n: { getMessage: (key, values = []) => [key, ...values].join(" "), getUILanguage: () => "en" },
});

/** An event to listen to, as browsers have it. */
export class Event {
  #listeners = [];

  addListener(listener) {
    this.#listeners.push(listener);
  }

  fire(...values) {
    this.#listeners.forEach(listener => listener(...values));
  }
}

/** A port whose other end is the test. */
export class FakePort {
  onMessage = new Event();
  onDisconnect = new Event();
  sent = [];

  postMessage(message) {
    this.sent.push(message);
  }

  disconnect() {
    this.isLetGo = true;
  }

  /** The host ends, or was never there. */
  close(message = "Native host has exited.") {
    this.error = { message };
    this.onDisconnect.fire(this);
  }

  /** The host says what the store holds. */
  greet(snapshot = idle()) {
    this.onMessage.fire({ id: 0, ok: true, result: { protocol: 1, host: "0.1.0", snapshot } });
  }

  reply(id, result) {
    this.onMessage.fire({ id, ok: true, result });
  }
}

/** A browser's storage area, kept in memory. */
export class FakeStorage {
  kept = {};

  async get(key) {
    return key in this.kept ? { [key]: structuredClone(this.kept[key]) } : {};
  }

  async set(values) {
    Object.assign(this.kept, structuredClone(values));
  }
}

export function idle(sequence = 1) {
  return {
    sequence, change: 1, taken: "2027-03-09T08:41:13+01:00", state: "idle", entry: null,
    today: { total_ms: 0, unanswered_ms: 0, estimated_ms: 0 }, questions: 0, undo: null, recent: [],
    sync: { state: "off", pending: 0, parked: 0, conflicts: 0, last_success: null, problem: null },
  };
}

export function entry(more = {}) {
  return {
    id: "019cd1a0-0002-7000-8000-000000000002", description: "Write the report", project: "Acme", tags: ["deep"],
    billable: true, state: "running", start: "2027-03-09T08:46:13+01:00", end: null, duration_ms: 1_500_000,
    unanswered_ms: 0, certainty: "Certain", overlaps: false, continues: null, ...more,
  };
}

export function running(more = {}) {
  return { ...idle(), state: "running", entry: entry(), ...more };
}
