import { INSTALL_COMMAND } from "../common/protocol.js";
import { explain, text } from "../common/text.js";
import { byId, show } from "./dom.js";

/** @typedef {import("../common/protocol.js").State} State */

/** A host that has ended is mostly back at once: for that nothing must move away from under a click. */
const ENDED_SHOWN_AFTER_MS = 1000;

const INSTALLING = ["missing", "forbidden", "host-too-old"];

/** Says why there is no host to talk to, and exactly what to run. */
export class ProblemView {
  #box = byId("problem", HTMLElement);
  #text = byId("problem-text", HTMLElement);
  #command = byId("problem-command", HTMLElement);
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #later;

  /** @param {() => void} retry */
  constructor(retry) {
    byId("problem-code", HTMLElement).textContent = INSTALL_COMMAND;
    byId("problem-retry", HTMLButtonElement).addEventListener("click", retry);
    const copy = byId("problem-copy", HTMLButtonElement);
    copy.addEventListener("click", async () => {
      await navigator.clipboard.writeText(INSTALL_COMMAND);
      copy.textContent = text("copied");
    });
  }

  /** @param {State} state */
  show(state) {
    if (state.problem?.kind !== "ended") {
      clearTimeout(this.#later);
      this.#later = undefined;
      this.#draw(state);
    } else {
      this.#later ??= setTimeout(() => this.#draw(state), ENDED_SHOWN_AFTER_MS);
    }
  }

  /** @param {State} state */
  #draw({ link, problem }) {
    this.#box.hidden = !problem;
    if (!problem) {
      return;
    }
    this.#text.textContent =
      problem.kind === "refused" ? explain(problem.error) : text(`problem_${problem.kind.replaceAll("-", "_")}`);
    this.#command.hidden = !INSTALLING.includes(problem.kind);
    show(byId("problem-effect", HTMLElement), link === "ready" ? "" : text("nothing_is_saved"));
  }
}
