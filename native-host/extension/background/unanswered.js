const KEY = "unanswered";

/**
 * The commands that have no reply yet. They are written down before their first attempt, so that a background that is
 * stopped in between repeats them; in the session's storage, so that a new day in the browser does not.
 * @typedef {{ since: number, request: import("../common/protocol.js").Request }} Unanswered
 */
export class UnansweredCommands {
  /** @type {Unanswered[]} */
  #commands = [];
  /** @type {Promise<Unanswered[]> | undefined} */
  #restored;
  #storage;

  /** @param {Pick<chrome.storage.StorageArea, "get" | "set">} storage */
  constructor(storage) {
    this.#storage = storage;
  }

  /** What an earlier life of the background has left behind, oldest first. */
  restore() {
    return this.#restored ??= this.#read();
  }

  /**
   * Writes a command down, behind what an earlier life has left: that must be read before it is written over.
   * @param {import("../common/protocol.js").Request} request
   */
  async add(request) {
    await this.restore();
    if (this.#commands.every(({ request: { command_id } }) => command_id !== request.command_id)) {
      this.#commands.push({ since: Date.now(), request });
      await this.#write();
    }
  }

  /** @param {string} commandId */
  async remove(commandId) {
    this.#commands = this.#commands.filter(({ request }) => request.command_id !== commandId);
    await this.#write();
  }

  async #read() {
    const kept = await this.#storage.get(KEY);
    this.#commands = /** @type {Unanswered[]} */ (kept[KEY] ?? []);
    return [...this.#commands];
  }

  #write() {
    return this.#storage.set({ [KEY]: this.#commands });
  }
}
