import { mintCommandId } from "../common/commandId.js";

/**
 * @typedef {import("../common/protocol.js").Request} Request
 * @typedef {import("../common/protocol.js").Reply} Reply
 * @typedef {import("../common/protocol.js").State} State
 */

/** The popup's way to the background. A background that was stopped is woken, and asked again. */
export class Link {
  #lastId = 0;
  /** @type {Map<number, { request: Request, resolve: (reply: Reply) => void }>} */
  #asked = new Map();
  #onState;
  #port;

  /** @param {(state: State) => void} onState */
  constructor(onState) {
    this.#onState = onState;
    this.#port = this.#open();
  }

  /**
   * @param {Request} request
   * @returns {Promise<Reply>}
   */
  ask(request) {
    return new Promise(resolve => {
      const id = ++this.#lastId;
      this.#asked.set(id, { request, resolve });
      this.#port.postMessage({ id, request });
    });
  }

  /**
   * Asks for a change of the store. Its id is minted here, so that it has one effect however often it is asked.
   * @param {Request} request
   */
  command(request) {
    return this.ask({ ...request, command_id: mintCommandId() });
  }

  #open() {
    const port = chrome.runtime.connect({ name: "popup" });
    port.onMessage.addListener(message => {
      if (message.state) {
        this.#onState(message.state);
        return;
      }
      const asked = this.#asked.get(message.id);
      this.#asked.delete(message.id);
      asked?.resolve(message.reply);
    });
    port.onDisconnect.addListener(() => {
      this.#port = this.#open();
      for (const [id, { request }] of this.#asked) {
        this.#port.postMessage({ id, request });
      }
    });
    return port;
  }
}
