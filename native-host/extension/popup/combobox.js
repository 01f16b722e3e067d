import { create } from "./dom.js";

let count = 0;

/**
 * A text field that offers what its text can mean (the ARIA pattern of an editable combobox with a list). What was
 * typed stays: only an option that was moved to with the arrows, or clicked, is taken.
 * @template T
 */
export class Combobox {
  /** @type {T[]} */
  #options = [];
  #active = -1;
  #isAsking = false;
  #isStale = false;
  #input;
  #list;
  #source;
  #label;
  #take;

  /**
   * @param {HTMLInputElement} input
   * @param {{ source: (text: string) => Promise<T[]>, label: (option: T) => string, take: (option: T) => void }} behaviour
   */
  constructor(input, { source, label, take }) {
    this.#input = input;
    this.#source = source;
    this.#label = label;
    this.#take = take;
    this.#list = create("ul", { id: `options-${++count}`, className: "options", hidden: true });
    this.#list.setAttribute("role", "listbox");
    this.#list.setAttribute("aria-label", input.getAttribute("aria-label") ?? input.labels?.[0]?.textContent ?? "");
    input.after(this.#list);
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-controls", this.#list.id);
    input.setAttribute("aria-expanded", "false");
    input.addEventListener("input", () => void this.#offer());
    input.addEventListener("keydown", event => this.#key(event));
    input.addEventListener("blur", () => this.#close());
  }

  /** Asks for the text that is there; while it is asked, later text waits, and of it only the last is asked. */
  async #offer() {
    if (this.#isAsking) {
      this.#isStale = true;
      return;
    }
    this.#isAsking = true;
    do {
      this.#isStale = false;
      this.#options = await this.#source(this.#input.value);
    } while (this.#isStale);
    this.#isAsking = false;
    this.#draw();
  }

  #draw() {
    this.#active = -1;
    this.#list.replaceChildren(...this.#options.map((option, index) => {
      const item = create("li", { id: `${this.#list.id}-${index}`, textContent: this.#label(option) });
      item.setAttribute("role", "option");
      // The field keeps the focus, or it would close the list before the click has arrived.
      item.addEventListener("mousedown", event => event.preventDefault());
      item.addEventListener("click", () => this.#choose(index));
      return item;
    }));
    const isOpen = this.#options.length > 0 && document.activeElement === this.#input;
    this.#list.hidden = !isOpen;
    this.#input.setAttribute("aria-expanded", String(isOpen));
    this.#mark();
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (this.#list.hidden) {
      if (event.key === "ArrowDown") {
        event.preventDefault();
        void this.#offer();
      }
      return;
    }
    switch (event.key) {
      case "ArrowDown": this.#move(event, 1); break;
      case "ArrowUp": this.#move(event, -1); break;
      case "Escape":
        event.preventDefault();
        this.#close();
        break;
      case "Enter":
        if (this.#active >= 0) {
          event.preventDefault();
          this.#choose(this.#active);
        } else {
          this.#close();
        }
        break;
    }
  }

  /**
   * Through the options and the text itself, round and round.
   * @param {KeyboardEvent} event
   * @param {number} by
   */
  #move(event, by) {
    event.preventDefault();
    const places = this.#options.length + 1;
    this.#active = (this.#active + 1 + by + places) % places - 1;
    this.#mark();
  }

  #mark() {
    for (const [index, item] of [...this.#list.children].entries()) {
      item.setAttribute("aria-selected", String(index === this.#active));
      if (index === this.#active) {
        item.scrollIntoView({ block: "nearest" });
      }
    }
    this.#input.setAttribute("aria-activedescendant", this.#active >= 0 ? `${this.#list.id}-${this.#active}` : "");
  }

  /** @param {number} index */
  #choose(index) {
    this.#take(this.#options[index]);
    this.#close();
    this.#input.dispatchEvent(new Event("change", { bubbles: true }));
  }

  #close() {
    this.#options = [];
    this.#draw();
  }
}
