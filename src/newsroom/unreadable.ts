/** A source that cannot become a story, for a reason that its owner can act on: one line, no stack. */
export class Unreadable extends Error {
  override name = "Unreadable";
}
