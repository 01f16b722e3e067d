import { fromLocalInput, toLocalInput } from "../common/format.js";
import { Details } from "./details.js";
import { byId } from "./dom.js";
import { Draft } from "./drafts.js";

/**
 * @typedef {import("../common/protocol.js").Entry} Entry
 * @typedef {ReturnType<Details["read"]> & { from: string, to: string }} Fields
 */

/** Edits an entry. What was typed is kept as a draft until it is saved or cancelled. */
export class EntryForm {
  /** @type {Entry | null} */
  #entry = null;
  #details;
  #from = byId("edit-from", HTMLInputElement);
  #to = byId("edit-to", HTMLInputElement);
  #note = byId("edit-draft", HTMLElement);
  /** @type {Draft<{ entry: Entry, fields: Fields }>} */
  #draft = new Draft("edit");
  #views;

  /**
   * @param {import("./link.js").Link} link
   * @param {import("./commands.js").Commands} commands
   * @param {import("./views.js").Views} views
   */
  constructor(link, commands, views) {
    this.#views = views;
    this.#details = new Details("edit", link);
    const form = byId("edit-view", HTMLFormElement);
    const keep = () => this.#entry && this.#draft.write({ entry: this.#entry, fields: this.#read() });
    form.addEventListener("input", keep);
    form.addEventListener("change", keep);
    form.addEventListener("submit", async event => {
      event.preventDefault();
      if (this.#entry && await this.#save(commands, this.#entry)) {
        this.#end();
      }
    });
    byId("edit-cancel", HTMLButtonElement).addEventListener("click", () => this.#end());
  }

  /** Opens the form again where the popup was closed over it. */
  async restore() {
    const draft = await this.#draft.read();
    if (draft) {
      this.#open(draft.entry, draft.fields);
      this.#note.hidden = false;
    }
  }

  /** @param {Entry} entry */
  edit(entry) {
    this.#open(entry, fieldsOf(entry));
    this.#note.hidden = true;
  }

  /**
   * @param {Entry} entry
   * @param {Fields} fields
   */
  #open(entry, fields) {
    this.#entry = entry;
    this.#details.fill(fields);
    this.#from.value = fields.from;
    this.#to.value = fields.to;
    // An empty field asks for no change: what has an end must say which.
    this.#to.required = entry.end !== null;
    this.#views.open("edit-view", this.#details.description);
  }

  #end() {
    this.#entry = null;
    this.#draft.clear();
    this.#views.back();
  }

  /** @returns {Fields} */
  #read() {
    return { ...this.#details.read(), from: this.#from.value, to: this.#to.value };
  }

  /**
   * Asks for what was changed, and for that alone: what another front has changed meanwhile stays.
   * @param {import("./commands.js").Commands} commands
   * @param {Entry} entry
   */
  async #save(commands, entry) {
    const changes = changed(fieldsOf(entry), this.#read());
    return Object.keys(changes).length === 0 || commands.run({ verb: "edit", entry: entry.id, ...changes });
  }
}

/**
 * @param {Entry} entry
 * @returns {Fields}
 */
function fieldsOf({ description, project, tags, billable, start, end }) {
  return {
    description, project: project ?? "", tags, billable,
    from: toLocalInput(start), to: end === null ? "" : toLocalInput(end),
  };
}

/**
 * @param {Fields} before
 * @param {Fields} after
 * @returns {Partial<Fields>}
 */
function changed(before, after) {
  const instants = { from: fromLocalInput(after.from), to: fromLocalInput(after.to) };
  return Object.fromEntries(Object.entries({ ...after, ...instants }).filter(([name, value]) =>
    value !== null
    && JSON.stringify(before[/** @type {keyof Fields} */ (name)]) !== JSON.stringify(after[/** @type {keyof Fields} */ (name)])));
}
