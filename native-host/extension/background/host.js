import { PROTOCOL } from "../common/protocol.js";
import { waitBeforeNext } from "./backoff.js";
import { isLasting, problemOf, problemOfHello } from "./problem.js";

/**
 * @typedef {import("../common/protocol.js").Request} Request
 * @typedef {import("../common/protocol.js").Reply} Reply
 * @typedef {import("../common/protocol.js").Snapshot} Snapshot
 * @typedef {import("../common/protocol.js").State} State
 * @typedef {{ id: number, request: Request, isKept: boolean, reply: Promise<Reply>, settle: (reply: Reply) => void }} Waiting
 * A command is kept once it is written down; before that it is not sent.
 */

/** How long a request is repeated. Then it has failed: what was meant as "now" must not happen much later. */
export const REPEAT_MAX_MS = 15_000;

/** @type {Reply} */
const NO_HOST = { ok: false, error: { code: "NoHost", message: "", hint: "" } };

/** @type {Reply} */
const NO_ANSWER = { ok: false, error: { code: "NoAnswer", message: "", hint: "" } };

/**
 * The one port to the host. It is opened anew when it breaks, and what has no reply by then is asked again: a command
 * with its own id, so that it has one effect however often it is asked.
 */
export class Host {
  /** @type {chrome.runtime.Port | null} */
  #port = null;
  #hasBegun = false;
  /** @type {State["link"]} */
  #link = "connecting";
  /** @type {State["problem"]} */
  #problem = null;
  /** @type {Snapshot | null} */
  #snapshot = null;
  #takenAt = 0;
  #failures = 0;
  #lastId = 0;
  /** @type {Map<number, Waiting>} */
  #waiting = new Map();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #retry;
  #connect;
  #unanswered;
  #greeting;
  #onState;

  /**
   * @param {() => chrome.runtime.Port} connect
   * @param {import("./unanswered.js").UnansweredCommands} unanswered
   * @param {() => object} greeting what each connection's hello says beside the version
   * @param {(state: State) => void} onState told whenever what a popup shows has changed
   */
  constructor(connect, unanswered, greeting, onState) {
    this.#connect = connect;
    this.#unanswered = unanswered;
    this.#greeting = greeting;
    this.#onState = onState;
  }

  /** @returns {State} */
  get state() {
    return {
      link: this.#link,
      problem: this.#problem,
      snapshot: this.#snapshot,
      ageMs: performance.now() - this.#takenAt,
    };
  }

  /** Connects, unless it is connected; asks again what an earlier life of the background got no reply to. */
  async begin() {
    const left = await this.#unanswered.restore();
    for (const { since, request } of left.filter(({ request }) => !this.#find(String(request.command_id)))) {
      const rest = REPEAT_MAX_MS - (Date.now() - since);
      if (rest > 0) {
        this.#wait(request, rest).isKept = true;
      } else {
        void this.#unanswered.remove(String(request.command_id));
      }
    }
    this.#hasBegun = true;
    this.#open();
  }

  /** Connects, unless it is connected, or has not begun: a popup that wakes the background is faster than storage is. */
  #open() {
    if (this.#port || !this.#hasBegun) {
      return;
    }
    clearTimeout(this.#retry);
    const port = this.#connect();
    this.#port = port;
    port.onMessage.addListener(message => this.#port === port && this.#take(message));
    port.onDisconnect.addListener(closed => this.#port === port && this.#lose(reasonOf(closed)));
    port.postMessage({ id: 0, ...this.#hello() });
  }

  /** Says hello again, where what it says has changed. */
  async greetAgain() {
    if (this.#link === "ready") {
      await this.send(this.#hello());
    }
  }

  #hello() {
    return { verb: "hello", protocol: PROTOCOL, ...this.#greeting() };
  }

  /**
   * Asks the host. Where the port breaks, the request is asked again; the reply is a failure of code NoHost where no
   * host can be started, and NoAnswer where none has answered in time.
   * @param {Request} request
   * @returns {Promise<Reply>}
   */
  async send(request) {
    const same = request.command_id && this.#find(request.command_id);
    if (same) {
      return same.reply;
    }
    this.#open();
    if (isLasting(this.#problem) && this.#link !== "ready") {
      return NO_HOST;
    }
    const waiting = this.#wait(request, REPEAT_MAX_MS);
    if (request.command_id) {
      await this.#unanswered.add(request);
    }
    waiting.isKept = true;
    this.#post(waiting);
    return waiting.reply;
  }

  /** @param {string} commandId */
  #find(commandId) {
    return [...this.#waiting.values()].find(({ request }) => request.command_id === commandId);
  }

  /**
   * @param {Request} request
   * @param {number} ms
   */
  #wait(request, ms) {
    const { promise: reply, resolve } = withResolvers();
    const id = ++this.#lastId;
    const timer = setTimeout(() => this.#settle(id, NO_ANSWER), ms);
    /** @type {Waiting} */
    const waiting = { id, request, isKept: false, reply, settle: value => { clearTimeout(timer); resolve(value); } };
    this.#waiting.set(id, waiting);
    return waiting;
  }

  /** @param {Waiting} waiting */
  #post({ id, request, isKept }) {
    if (isKept && this.#link === "ready" && this.#waiting.has(id)) {
      this.#port?.postMessage({ id, ...request });
    }
  }

  /**
   * @param {number} id
   * @param {Reply} reply
   */
  #settle(id, reply) {
    const waiting = this.#waiting.get(id);
    if (!waiting) {
      return;
    }
    this.#waiting.delete(id);
    waiting.settle(reply);
    if (waiting.request.command_id) {
      void this.#unanswered.remove(waiting.request.command_id);
    }
  }

  /** @param {any} message */
  #take(message) {
    if (message.event === "snapshot") {
      this.#show(message.snapshot);
    } else if (message.id === 0) {
      this.#greeted(message);
    } else if (message.id !== null) {
      this.#replied(message);
    }
  }

  /** @param {any} reply */
  #greeted(reply) {
    this.#problem = reply.ok ? null : problemOfHello(reply.error);
    if (isLasting(this.#problem)) {
      // The host may be replaced at any time, so this one is let go.
      this.#port?.disconnect();
      this.#lost();
      return;
    }
    this.#failures = 0;
    this.#link = "ready";
    this.#snapshot = reply.ok ? reply.result.snapshot : null;
    this.#takenAt = performance.now();
    this.#onState(this.state);
    for (const waiting of this.#waiting.values()) {
      this.#post(waiting);
    }
  }

  /** @param {any} reply */
  #replied(reply) {
    const verb = this.#waiting.get(reply.id)?.request.verb;
    if (reply.ok && reply.result.snapshot) {
      this.#show(reply.result.snapshot);
    } else if (!reply.ok && verb === "snapshot") {
      this.#problem = { kind: "refused", error: reply.error };
      this.#onState(this.state);
    }
    this.#settle(reply.id, reply);
  }

  /** @param {Snapshot} snapshot */
  #show(snapshot) {
    if (this.#snapshot && snapshot.sequence <= this.#snapshot.sequence) {
      return;
    }
    this.#snapshot = snapshot;
    this.#takenAt = performance.now();
    this.#problem = null;
    this.#onState(this.state);
  }

  /** @param {string} reason */
  #lose(reason) {
    this.#problem = problemOf(reason);
    this.#lost();
  }

  #lost() {
    this.#port = null;
    this.#link = "lost";
    this.#onState(this.state);
    if (isLasting(this.#problem)) {
      for (const id of [...this.#waiting.keys()]) {
        this.#settle(id, NO_HOST);
      }
    }
    this.#retry = setTimeout(() => this.#open(), waitBeforeNext(this.#failures++));
  }
}

/** @param {chrome.runtime.Port} port */
function reasonOf(port) {
  const error = /** @type {{ error?: { message: string } }} */ (/** @type {unknown} */ (port)).error;
  return error?.message ?? chrome.runtime.lastError?.message ?? "";
}

/** @returns {{ promise: Promise<Reply>, resolve: (reply: Reply) => void }} */
function withResolvers() {
  /** @type {(reply: Reply) => void} */
  let resolve = () => {};
  const promise = new Promise(/** @param {(reply: Reply) => void} done */ done => { resolve = done; });
  return { promise, resolve };
}
