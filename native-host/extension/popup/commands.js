import { explain, text } from "../common/text.js";

/** How another entry can give way to a time that overlaps it. */
const ADJUSTMENTS = ["Trim", "Shift", "Split"];

/** Asks for changes of the store, and says what became of them where that is not plain to see. */
export class Commands {
  #link;
  #notice;

  /**
   * @param {import("./link.js").Link} link
   * @param {import("./notice.js").Notice} notice
   */
  constructor(link, notice) {
    this.#link = link;
    this.#notice = notice;
  }

  /**
   * @param {import("../common/protocol.js").Request} request
   * @returns {Promise<boolean>} whether it was done, or was so already
   */
  async run(request) {
    this.#notice.close();
    const reply = await this.#link.command(request);
    if (!reply.ok) {
      const canMakeRoom = reply.error.code === "Overlaps";
      this.#notice.show(explain(reply.error), canMakeRoom ? this.#waysToMakeRoom(request) : []);
    } else if (reply.result.outcome === "nothing") {
      this.#notice.show(text(`nothing_${reply.result.reason}`));
    }
    return reply.ok;
  }

  /** @param {import("../common/protocol.js").Request} request */
  #waysToMakeRoom(request) {
    return ADJUSTMENTS.map(adjust => ({
      label: text(`adjust_${adjust}`),
      choose: () => void this.run({ ...request, adjust }),
    }));
  }
}
