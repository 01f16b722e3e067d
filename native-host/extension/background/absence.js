import { mintCommandId } from "../common/commandId.js";
import { awayAfter, awayInside, detectionSeconds } from "./away.js";

const KEY = "awaySince";

/** Follows whether anybody is there, and reports each absence to the host, which asks about it. */
export class Absence {
  #host;
  #storage;
  #thresholdSeconds = detectionSeconds(5 * 60 * 1000);

  /**
   * @param {import("./host.js").Host} host
   * @param {Pick<chrome.storage.StorageArea, "get" | "set">} storage where the beginning outlives this background
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
    const kept = await this.#storage.get(KEY);
    const before = /** @type {number | null} */ (kept[KEY] ?? null);
    const after = awayAfter(before, state, now, this.#thresholdSeconds);
    await this.#storage.set({ [KEY]: after });
    if (before !== null && after === null) {
      await this.#report(before, now);
    }
  }

  /**
   * @param {number} since
   * @param {number} now
   */
  async #report(since, now) {
    const reply = await this.#host.send({ verb: "snapshot" });
    const entry = reply.ok ? reply.result.snapshot.entry : null;
    const stretch = awayInside(since, now, entry);
    if (stretch) {
      await this.#host.send({ verb: "away", command_id: mintCommandId(), entry: entry.id, ...stretch });
    }
  }
}
