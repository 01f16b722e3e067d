/** @typedef {import("../common/protocol.js").Snapshot} Snapshot */

/** Keeps the day's list and the questions in step with the snapshots, one refresh at a time. */
export class Lists {
  #link;
  #today;
  #questions;
  #isAsking = false;
  #wanted = "";
  #had = "";

  /**
   * @param {import("./link.js").Link} link
   * @param {import("./todayView.js").TodayView} today
   * @param {import("./questionsView.js").QuestionsView} questions
   */
  constructor(link, today, questions) {
    this.#link = link;
    this.#today = today;
    this.#questions = questions;
  }

  /** @param {Snapshot} snapshot */
  async refresh(snapshot) {
    this.#wanted = keyOf(snapshot);
    if (this.#isAsking) {
      return;
    }
    this.#isAsking = true;
    try {
      while (this.#wanted !== this.#had) {
        const [day, review] = await Promise.all([this.#link.ask({ verb: "today" }), this.#link.ask({ verb: "review" })]);
        if (!day.ok || !review.ok) {
          return;
        }
        this.#today.showDay(day.result);
        this.#questions.show(review.result.questions.items);
        this.#had = keyOf(day.result.snapshot);
      }
    } finally {
      this.#isAsking = false;
    }
  }
}

/**
 * The same for two snapshots between which nothing was changed on one day.
 * @param {Snapshot} snapshot
 */
function keyOf({ change, taken }) {
  return `${change} ${taken.slice(0, "2027-03-09".length)}`;
}
