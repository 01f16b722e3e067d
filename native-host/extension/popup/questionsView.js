import { amount, fromLocalInput, stretch, toLocalInput } from "../common/format.js";
import { text } from "../common/text.js";
import { button, byId, create } from "./dom.js";

/** @typedef {import("../common/protocol.js").Question} Question */

/** The open questions, each with its choices. Nothing is cut before somebody has answered. */
export class QuestionsView {
  #shown = "";
  #section = byId("questions", HTMLElement);
  #title = byId("questions-title", HTMLElement);
  #list = byId("questions-list", HTMLElement);
  #commands;

  /** @param {import("./commands.js").Commands} commands */
  constructor(commands) {
    this.#commands = commands;
    this.#title.tabIndex = -1;
  }

  /** @param {Question[]} questions */
  show(questions) {
    // An answer that is being typed stays where nothing that it is about has changed.
    const about = JSON.stringify(questions.map(({ id, from, to, entry }) => [id, from, to, entry.description, entry.state]));
    if (about === this.#shown) {
      return;
    }
    const hadFocus = this.#list.contains(document.activeElement);
    this.#shown = about;
    this.#section.hidden = questions.length === 0;
    this.#title.textContent = text(questions.length === 1 ? "one_question" : "questions", questions.length);
    this.#list.replaceChildren(...questions.map(question => this.#item(question)));
    if (hadFocus && questions.length > 0) {
      this.#title.focus();
    }
  }

  /** @param {Question} question */
  #item(question) {
    const { id, kind, from, to, duration_ms, entry } = question;
    /** @param {string} resolution @param {object} [more] */
    const answer = (resolution, more = {}) => void this.#commands.run({ verb: "resolve", question: id, resolution, ...more });
    const more = create("form", { hidden: true, className: "row" });
    const isRunning = entry.state === "running";
    return create("li", { className: "question" },
      create("p", { textContent: text(`question_${kind}`, entry.description) }),
      create("p", { className: "details", textContent: `${stretch(from, to)} · ${amount(duration_ms)}` }),
      create("div", { className: "row" },
        button(text("answer_keep"), () => answer("keep")),
        button(text(isRunning ? "answer_discard_stop" : "answer_discard"), () => answer("discard")),
        ...(isRunning ? [button(text("answer_discard_continue"), () => answer("discard-and-continue"))] : []),
        button(text("answer_assign"), () => askDescription(more, description => answer("assign", { description }))),
        button(text("answer_split"), () => askInstant(more, question, at => answer("split", { at })))),
      more);
  }
}

/**
 * @param {HTMLFormElement} form
 * @param {(description: string) => void} done
 */
function askDescription(form, done) {
  const input = create("input", { required: true, maxLength: 1000, placeholder: text("assign_to") });
  ask(form, input, text("assign_to"), () => done(input.value));
}

/**
 * @param {HTMLFormElement} form
 * @param {Question} question
 * @param {(at: string) => void} done
 */
function askInstant(form, { from, to }, done) {
  const input = create("input", {
    type: "datetime-local", required: true, step: "1",
    min: toLocalInput(from), max: toLocalInput(to), value: toLocalInput(from),
  });
  ask(form, input, text("split_at"), () => {
    const at = fromLocalInput(input.value);
    if (at) {
      done(at);
    }
  });
}

/**
 * @param {HTMLFormElement} form
 * @param {HTMLInputElement} input
 * @param {string} label
 * @param {() => void} done
 */
function ask(form, input, label, done) {
  input.setAttribute("aria-label", label);
  form.replaceChildren(input, create("button", { textContent: text("answer"), className: "primary" }));
  form.onsubmit = event => {
    event.preventDefault();
    done();
  };
  form.hidden = false;
  input.focus();
}
