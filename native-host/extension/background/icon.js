/** @typedef {import("./badge.js").Look} Look */

/** @type {Record<Look, string>} */
const COLORS = { idle: "#57606a", running: "#1a7f37", paused: "#9a6700", offline: "#8c959f" };

/**
 * A clock's face: full while an entry runs, with two bars in a break, with a line through it where nobody answers.
 * @param {Look} look
 * @param {number} size pixels
 */
export function drawIcon(look, size) {
  const context = /** @type {OffscreenCanvasRenderingContext2D} */ (new OffscreenCanvas(size, size).getContext("2d"));
  context.scale(size / 16, size / 16);
  context.lineWidth = 1.75;
  context.lineCap = "round";
  context.strokeStyle = context.fillStyle = COLORS[look];
  context.beginPath();
  context.arc(8, 8, 6.75, 0, 2 * Math.PI);
  if (look === "idle" || look === "offline") {
    context.stroke();
  } else {
    context.fill();
    context.stroke();
    context.strokeStyle = "white";
  }
  line(context, ...HANDS[look]);
  return context.getImageData(0, 0, size, size);
}

/** @type {Record<Look, number[][]>} */
const HANDS = {
  idle: [[8, 4.25, 8, 8, 10.5, 9.75]],
  running: [[8, 4.25, 8, 8, 10.5, 9.75]],
  paused: [[6.25, 5.5, 6.25, 10.5], [9.75, 5.5, 9.75, 10.5]],
  offline: [[3.5, 3.5, 12.5, 12.5]],
};

/**
 * @param {OffscreenCanvasRenderingContext2D} context
 * @param {...number[]} lines
 */
function line(context, ...lines) {
  context.beginPath();
  for (const [x, y, ...rest] of lines) {
    context.moveTo(x, y);
    for (let i = 0; i < rest.length; i += 2) {
      context.lineTo(rest[i], rest[i + 1]);
    }
  }
  context.stroke();
}
