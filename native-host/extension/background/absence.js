import { mintCommandId } from "../common/commandId.js";
import { awayAfter, awayInside, detectionSeconds } from "./away.js";
import { mayPass } from "./problem.js";

const SINCE = "awaySince";
const UNTOLD = "untoldAbsences";

/** More absences than a day has. The oldest is given up for one more. */
export const UNTOLD_MAX = 64;

/**
 * @typedef {{ entry: string } & import("./away.js").Stretch} Meant
 * @typedef {{ since: number, now: number, commandId: string, meant?: Meant }} Untold
 * An absence that has ended and that the host has not answered for. What is meant by it is settled by what runs when it
 * is first told, and stays: a command is repeated unchanged, and what has stopped since then ran all the same.
 */

/**
 * Follows whether anybody is there, and reports each absence to the host, which asks about it. What is kept is read
 * once and changed here alone, so that two changes cannot undo each other.
 */
export class Absence {
  #host;
  #storage;
  #thresholdSeconds = detectionSeconds(5 * 60 * 1000);
  /** @type {number | null} */
  #since = null;
  /** @type {Untold[]} */
  #untold = [];
  /** @type {Promise<void> | undefined} */
  #restored;
  /** @type {Promise<void>} */
  #telling = Promise.resolve();

  /**
   * @param {Pick<import("./host.js").Host, "send" | "state">} host
   * @param {Pick<chrome.storage.StorageArea, "get" | "set">} storage where an absence outlives this background
   */
  constructor(host, storage) {
    this.#host = host;
    this.#storage = storage;
  }

  /** Takes the threshold from the policy, which any front may have changed. */
  async readPolicy() {
    const reply = await this.#host.send({ verb: "policy" });
    const rule = reply.ok && /** @type {{ kind: string, threshold_ms: number }[]} */ (reply.result.rules)
      .find(({ kind }) => kind === "Away");
    if (rule) {
      this.#thresholdSeconds = detectionSeconds(rule.threshold_ms);
      chrome.idle.setDetectionInterval(this.#thresholdSeconds);
    }
  }

  /**
   * @param {import("./away.js").IdleState} state
   * @param {number} [now] milliseconds since 1970
   */
  async changed(state, now = Date.now()) {
    await this.#restore();
    const before = this.#since;
    this.#since = awayAfter(before, state, now, this.#thresholdSeconds);
    if (before === null || this.#since !== null) {
      await this.#write();
      return;
    }
    this.#untold = [...this.#untold, { since: before, now, commandId: mintCommandId() }].slice(-UNTOLD_MAX);
    await this.#write();
    await this.tell();
  }

  /** Tells the host what it has not answered for, oldest first. Whoever asks for it meanwhile has it done once more. */
  tell() {
    const tellAll = () => this.#tellAll();
    // What made the one before fail must not keep the next from being tried.
    this.#telling = this.#telling.then(tellAll, tellAll);
    return this.#telling;
  }

  async #tellAll() {
    await this.#restore();
    for (const absence of this.#untold) {
      // Without a connection there is nobody to tell; whoever connects has it told.
      if (this.#host.state.link !== "ready" || !await this.#isAnswered(absence)) {
        return;
      }
      this.#untold = this.#untold.filter(({ commandId }) => commandId !== absence.commandId);
      await this.#write();
    }
  }

  /**
   * Whether the host has answered for an absence: has taken it, or has refused it for good, or nothing of it is meant.
   * @param {Untold} absence
   */
  async #isAnswered(absence) {
    if (!absence.meant) {
      const reply = await this.#host.send({ verb: "snapshot" });
      if (!reply.ok) {
        return false;
      }
      const { entry } = reply.result.snapshot;
      const stretch = awayInside(absence.since, absence.now, entry);
      if (!stretch) {
        return true;
      }
      absence.meant = { entry: entry.id, ...stretch };
      await this.#write();
    }
    const reply = await this.#host.send({ verb: "away", command_id: absence.commandId, ...absence.meant });
    return reply.ok || !mayPass(reply.error);
  }

  #restore() {
    return this.#restored ??= this.#read();
  }

  async #read() {
    const [since, untold] = await Promise.all([this.#storage.get(SINCE), this.#storage.get(UNTOLD)]);
    this.#since = /** @type {number | null} */ (since[SINCE] ?? null);
    this.#untold = /** @type {Untold[]} */ (untold[UNTOLD] ?? []);
  }

  /** In one: a background that is stopped has an absence as lasting or as untold, and never as neither. */
  #write() {
    return this.#storage.set({ [SINCE]: this.#since, [UNTOLD]: this.#untold });
  }
}
