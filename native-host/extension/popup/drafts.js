/**
 * What is typed and not yet asked for. It outlives the popup, which closes at the first click beside it, but not the
 * browser: notes are not left on the disk outside of the store.
 * @template T
 */
export class Draft {
  #key;

  /** @param {string} name */
  constructor(name) {
    this.#key = `draft-${name}`;
  }

  /** @returns {Promise<T | null>} */
  async read() {
    const kept = await chrome.storage.session.get(this.#key);
    return /** @type {T | undefined} */ (kept[this.#key]) ?? null;
  }

  /** @param {T} draft */
  write(draft) {
    void chrome.storage.session.set({ [this.#key]: draft });
  }

  clear() {
    void chrome.storage.session.remove(this.#key);
  }
}
