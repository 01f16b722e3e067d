import { text } from "../common/text.js";
import { descriptionOf, startOrSwitch } from "./timerActions.js";

const PAGE = "start-page";
const SELECTION = "start-selection";

/** They are kept by the browser, so they are made once. */
export function addMenus() {
  chrome.contextMenus.removeAll(() => {
    chrome.contextMenus.create({ id: PAGE, title: text("menu_start_page"), contexts: ["page"] });
    chrome.contextMenus.create({ id: SELECTION, title: text("menu_start_selection", "%s"), contexts: ["selection"] });
  });
}

/**
 * What a click asks for; null where there is no text to start with.
 * @param {Pick<chrome.contextMenus.OnClickData, "menuItemId" | "selectionText">} info
 * @param {Pick<chrome.tabs.Tab, "title"> | undefined} tab
 * @param {import("../common/protocol.js").Snapshot} snapshot
 */
export function followMenu(info, tab, snapshot) {
  const found = info.menuItemId === SELECTION ? info.selectionText : tab?.title;
  const description = descriptionOf(found ?? "");
  return description ? startOrSwitch(snapshot, { description }) : null;
}
