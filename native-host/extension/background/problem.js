/**
 * Why the browser closed the port, from the words that it has for it: they are all there is to tell by.
 * @param {string} message of runtime.lastError (Chromium) or port.error (Firefox)
 * @returns {import("../common/protocol.js").Problem}
 */
export function problemOf(message) {
  if (/host not found|No such native application/i.test(message)) {
    return { kind: "missing" };
  }
  if (/forbidden|not allowed|permission/i.test(message)) {
    return { kind: "forbidden" };
  }
  return { kind: "ended" };
}

/**
 * What a refused hello means: a version that one of the two does not speak, or a store that cannot be opened.
 * @param {import("../common/protocol.js").Failure} error
 * @returns {import("../common/protocol.js").Problem}
 */
export function problemOfHello(error) {
  switch (error.code) {
    case "HostTooOld": return { kind: "host-too-old" };
    case "ExtensionTooOld": return { kind: "extension-too-old" };
    default: return { kind: "refused", error };
  }
}

/**
 * Whether waiting helps: a host that has ended is started anew, one that is not installed must be installed first.
 * @param {import("../common/protocol.js").Problem | null} problem
 */
export function isLasting(problem) {
  return problem !== null && problem.kind !== "ended" && problem.kind !== "refused";
}

/**
 * Whether a command that failed so may succeed unchanged later: nobody has answered it, or the store has failed, as one
 * that is busy or full does. Any other refusal is the host's last word.
 * @param {import("../common/protocol.js").Failure} error
 */
export function mayPass({ code }) {
  return code === "NoHost" || code === "NoAnswer" || code.startsWith("Store");
}
