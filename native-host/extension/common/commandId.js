const TIME_BYTES = 6;
const BYTES = 16;

/**
 * A fresh command id as the host wants it: a UUID of version 7 (RFC 9562) whose last byte is 0.
 * @param {number} [now] milliseconds since 1970
 * @returns {string}
 */
export function mintCommandId(now = Date.now()) {
  const bytes = crypto.getRandomValues(new Uint8Array(BYTES));
  for (let i = 0; i < TIME_BYTES; i++) {
    bytes[i] = Math.floor(now / 2 ** (8 * (TIME_BYTES - 1 - i))) % 256;
  }
  bytes[6] = 0x70 | (bytes[6] & 0x0f);
  bytes[8] = 0x80 | (bytes[8] & 0x3f);
  bytes[BYTES - 1] = 0;
  const hex = Array.from(bytes, byte => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
