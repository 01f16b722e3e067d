/**
 * A message of the browser's language.
 * @param {string} key
 * @param {...(string | number)} values
 */
export function text(key, ...values) {
  return chrome.i18n.getMessage(key, values.map(String)) || key;
}

/**
 * What went wrong, for a person: the host says it in English, and names what it is about; in another language the
 * message of its code stands instead, where there is one.
 * @param {import("./protocol.js").Failure} failure
 */
export function explain(failure) {
  const isEnglish = chrome.i18n.getUILanguage().startsWith("en");
  const own = chrome.i18n.getMessage(`error_${failure.code}`);
  return own && (!isEnglish || !failure.message) ? own : `${failure.message} ${failure.hint}`.trim();
}

/**
 * Fills a page: data-text is an element's text, data-label its accessible name, data-placeholder its placeholder.
 * @param {ParentNode} root
 */
export function translate(root) {
  for (const element of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[data-text]"))) {
    element.textContent = text(String(element.dataset.text));
  }
  for (const element of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[data-label]"))) {
    element.setAttribute("aria-label", text(String(element.dataset.label)));
    element.title = text(String(element.dataset.label));
  }
  for (const element of /** @type {NodeListOf<HTMLInputElement>} */ (root.querySelectorAll("[data-placeholder]"))) {
    element.placeholder = text(String(element.dataset.placeholder));
  }
}
