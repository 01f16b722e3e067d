/**
 * An element of the page.
 * @template {HTMLElement} T
 * @param {string} id
 * @param {new () => T} type
 * @returns {T}
 */
export function byId(id, type) {
  const found = document.getElementById(id);
  if (!(found instanceof type)) {
    throw new Error(`The page has no ${type.name} #${id}`);
  }
  return found;
}

/**
 * A new element: text stays text, whatever it holds.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Record<string, unknown>} [properties] by their names in the DOM
 * @param {...(Node | string)} children
 */
export function create(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

/**
 * A button; its key lets the focus stay on it when its list is filled anew.
 * @param {string} label
 * @param {() => void} onClick
 * @param {{ name?: string, key?: string, className?: string }} [options] the accessible name where the label is short
 */
export function button(label, onClick, { name, key, className } = {}) {
  const made = create("button", { type: "button", textContent: label, onclick: onClick, className: className ?? "" });
  if (name) {
    made.setAttribute("aria-label", name);
    made.title = name;
  }
  if (key) {
    made.dataset.key = key;
  }
  return made;
}

/**
 * Fills a list anew and leaves the focus where it was.
 * @param {HTMLElement} list
 * @param {HTMLElement[]} items
 */
export function fill(list, items) {
  const focused = document.activeElement instanceof HTMLElement && list.contains(document.activeElement)
    ? document.activeElement.dataset.key
    : undefined;
  list.replaceChildren(...items);
  if (focused) {
    list.querySelector(/** @type {"button"} */ (`[data-key="${CSS.escape(focused)}"]`))?.focus();
  }
}

/**
 * @param {HTMLElement} element
 * @param {string} text empty hides it
 */
export function show(element, text) {
  element.hidden = !text;
  element.textContent = text;
}
