import { Combobox } from "./combobox.js";
import { byId } from "./dom.js";
import { lastPart, tagsOf, textOf, withLast } from "./tags.js";

/** @typedef {import("../common/protocol.js").Entry} Entry */

/** What an entry is: the four fields that starting and editing share, completed over the whole history. */
export class Details {
  /**
   * @param {string} prefix of the fields' ids
   * @param {import("./link.js").Link} link
   */
  constructor(prefix, link) {
    this.description = byId(`${prefix}-description`, HTMLInputElement);
    this.project = byId(`${prefix}-project`, HTMLInputElement);
    this.tags = byId(`${prefix}-tags`, HTMLInputElement);
    this.billable = byId(`${prefix}-billable`, HTMLInputElement);

    /** @param {string} field @param {string} text */
    const suggest = async (field, text) => {
      const reply = await link.ask({ verb: "suggest", field, text });
      return reply.ok ? reply.result : { texts: [], entries: { items: [] } };
    };
    new Combobox(this.description, {
      source: async text => distinct((await suggest("entry", text)).entries.items),
      label: summary,
      take: entry => this.fill(entry),
    });
    new Combobox(this.project, {
      source: async text => (await suggest("project", text)).texts,
      label: name => name,
      take: name => { this.project.value = name; },
    });
    new Combobox(this.tags, {
      source: async text => (await suggest("tag", lastPart(text))).texts,
      label: tag => tag,
      take: tag => { this.tags.value = withLast(this.tags.value, tag); },
    });
  }

  /** @param {Pick<Entry, "description" | "project" | "tags" | "billable">} entry */
  fill({ description, project, tags, billable }) {
    this.description.value = description;
    this.project.value = project ?? "";
    this.tags.value = textOf(tags);
    this.billable.checked = billable;
  }

  /** What is there. */
  read() {
    return {
      description: this.description.value.trim(),
      project: this.project.value.trim(),
      tags: tagsOf(this.tags.value),
      billable: this.billable.checked,
    };
  }

  clear() {
    this.fill({ description: "", project: null, tags: [], billable: false });
  }
}

/**
 * An entry in one line: its description, its project and its tags.
 * @param {Pick<Entry, "description" | "project" | "tags">} entry
 */
export function summary({ description, project, tags }) {
  return [description, about({ project, tags })].filter(part => part).join(" · ");
}

/**
 * What it belongs to: its project and its tags.
 * @param {Pick<Entry, "project" | "tags">} entry
 */
export function about({ project, tags }) {
  return [...(project ? [project] : []), ...tags.map(tag => `#${tag}`)].join(" ");
}

/** @param {Entry[]} entries */
function distinct(entries) {
  return [...new Map(entries.map(entry => [summary(entry), entry])).values()];
}
