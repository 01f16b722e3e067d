/**
 * The tags that a field names, separated by commas.
 * @param {string} text
 */
export function tagsOf(text) {
  return text.split(",").map(tag => tag.trim().replace(/^#/, "")).filter(tag => tag !== "");
}

/** @param {string[]} tags */
export function textOf(tags) {
  return tags.join(", ");
}

/**
 * The part of the field that is being typed: what follows the last comma.
 * @param {string} text
 */
export function lastPart(text) {
  return text.slice(text.lastIndexOf(",") + 1).trim().replace(/^#/, "");
}

/**
 * The field with that part filled in.
 * @param {string} text
 * @param {string} tag
 */
export function withLast(text, tag) {
  return textOf([...tagsOf(text.slice(0, text.lastIndexOf(",") + 1)), tag]);
}
