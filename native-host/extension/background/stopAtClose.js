import { mintCommandId } from "../common/commandId.js";
import { STOP_AT_CLOSE } from "../common/protocol.js";

const KEY = "stopsAtEnd";

/** More connections than a browser's session loses in a row. */
const IDS_MAX = 16;

/**
 * The wish that what runs is stopped when the browser closes. The host stops it when the connection ends, by a command
 * whose id it has from here; where it turns out that the browser lives, because only this background was stopped, that
 * command is taken back.
 */
export class StopAtClose {
  #isOn = false;
  /** @type {string[]} */
  #ids = [];
  #settings;
  #session;

  /**
   * @param {Pick<chrome.storage.StorageArea, "get">} settings
   * @param {Pick<chrome.storage.StorageArea, "get" | "set">} session what does not outlive the browser
   */
  constructor(settings, session) {
    this.#settings = settings;
    this.#session = session;
  }

  async read() {
    const [wish, kept] = await Promise.all([this.#settings.get(STOP_AT_CLOSE), this.#session.get(KEY)]);
    this.#isOn = wish[STOP_AT_CLOSE] === true;
    this.#ids = /** @type {string[]} */ (kept[KEY] ?? []);
  }

  /** What a connection's greeting says of it. */
  greeting() {
    if (!this.#isOn) {
      return {};
    }
    const id = mintCommandId();
    this.#keep([...this.#ids, id].slice(-IDS_MAX));
    return { stop_at_end: id };
  }

  /**
   * Takes back a stop that no closing browser has caused; null where there is none.
   * @param {import("../common/protocol.js").Snapshot | null} snapshot
   * @returns {import("../common/protocol.js").Request | null}
   */
  undoOf(snapshot) {
    const command = snapshot?.undo?.command;
    if (!command || !this.#ids.includes(command)) {
      return null;
    }
    this.#keep(this.#ids.filter(id => id !== command));
    return { verb: "undo", command };
  }

  /** @param {string[]} ids */
  #keep(ids) {
    this.#ids = ids;
    void this.#session.set({ [KEY]: ids });
  }
}
