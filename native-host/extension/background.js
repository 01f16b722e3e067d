import { Absence } from "./background/absence.js";
import { Host } from "./background/host.js";
import { addMenus, followMenu } from "./background/menus.js";
import { PopupPorts } from "./background/popupPorts.js";
import { toggle } from "./background/timerActions.js";
import { StopAtClose } from "./background/stopAtClose.js";
import { Toolbar } from "./background/toolbar.js";
import { UnansweredCommands } from "./background/unanswered.js";
import { mintCommandId } from "./common/commandId.js";
import { HOST_NAME, STOP_AT_CLOSE } from "./common/protocol.js";

const MINUTE = "minute";

const toolbar = new Toolbar();
const popups = new PopupPorts();
const stopAtClose = new StopAtClose(chrome.storage.local, chrome.storage.session);
let wasReady = false;
const host = new Host(
  () => chrome.runtime.connectNative(HOST_NAME),
  new UnansweredCommands(chrome.storage.session),
  () => stopAtClose.greeting(),
  state => {
    toolbar.show(state);
    popups.show(state);
    const undo = stopAtClose.undoOf(state.snapshot);
    const undone = undo ? host.send({ ...undo, command_id: mintCommandId() }) : Promise.resolve();
    const isReady = state.link === "ready" && !state.problem;
    if (isReady && !wasReady) {
      // What ran during an absence runs again only once the stop of the background's own end is taken back.
      void undone.then(() => absence.tell());
    }
    wasReady = isReady;
  });
const absence = new Absence(host, chrome.storage.session);

/** Keys and menus act one after the other, each on what the one before has left. */
let latest = Promise.resolve();

/** @param {(snapshot: import("./common/protocol.js").Snapshot) => import("./common/protocol.js").Request | null} decide */
function act(decide) {
  latest = latest.then(async () => {
    const reply = await host.send({ verb: "snapshot" });
    const request = reply.ok ? decide(reply.result.snapshot) : null;
    if (request) {
      await host.send({ ...request, command_id: mintCommandId() });
    }
  });
  return latest;
}

// A background that an event wakes must listen before it waits for anything.
chrome.runtime.onConnect.addListener(port => popups.add(port, host));
chrome.commands.onCommand.addListener(command => command === "toggle" && void act(toggle));
chrome.contextMenus.onClicked.addListener((info, tab) => void act(snapshot => followMenu(info, tab, snapshot)));
chrome.idle.onStateChanged.addListener(state => void absence.changed(state));
// Reading the policy asks the host, which connects to it where the background has slept since it was lost. An absence
// that a busy or full store has not taken is told again, for nobody says when there is room.
chrome.alarms.onAlarm.addListener(() => {
  toolbar.show(host.state);
  void absence.readPolicy();
  void absence.tell();
});
chrome.storage.onChanged.addListener(async (changes, area) => {
  if (area === "local" && STOP_AT_CLOSE in changes) {
    await stopAtClose.read();
    await host.greetAgain();
  }
});
chrome.runtime.onInstalled.addListener(addMenus);
chrome.runtime.onStartup.addListener(() => {}); // Being listened to, it starts this background with the browser.

void chrome.alarms.create(MINUTE, { periodInMinutes: 1 });
void stopAtClose.read().then(() => host.begin());
void absence.readPolicy();
