/**
 * Every word of the interface, in English. Texts with something in them are
 * functions: a translation may put it where its grammar wants it.
 */

const plural = new Intl.PluralRules("en");
const many = (count: number, one: string, other: string): string =>
  `${count.toLocaleString("en")} ${plural.select(count) === "one" ? one : other}`;

export const en = {
  site: "Verbatim",
  tagline: "Who said what, word for word",
  skip: "Skip to the story",
  loading: "Loading",
  frontTitle: "Verbatim: who said what, word for word",
  titled: (title: string): string => `${title} · Verbatim`,

  tools: {
    settings: "Reading settings",
    listen: "Listen",
  },

  front: {
    heading: "Stories",
    more: "Earlier stories",
    loadingMore: "Fetching earlier stories…",
    empty: "No stories yet",
    emptyHint: "Stories appear here as soon as the desk has put one in.",
    voices: (count: number): string => many(count, "voice", "voices"),
    minutes: (count: number): string => `${count} min read`,
    score: (names: string): string => `Quoted: ${names}`,
  },

  story: {
    by: (author: string): string => `By ${author}`,
    published: "Published",
    updated: (date: string): string => `Changed ${date}`,
    photo: (credit: string): string => credit,
    end: "End of story",
  },

  voices: {
    label: "Voices",
    unknown: "Speaker not named",
    unknownInitials: "?",
    unknownHint: "The story does not say clearly whose words these are.",
    times: (count: number): string => many(count, "quotation", "quotations"),
    share: (percent: string): string => `${percent} of the quoted words`,
    all: "Hear everyone",
    only: "Choose a name to hear only that voice.",
    none: "Nobody is quoted in this story.",
    more: (count: number): string => `${many(count, "more voice", "more voices")}`,
    /** The accessible name of the control at a quotation. */
    control: (name: string, role: string | null): string =>
      role === null ? `${name}: about this quotation` : `${name}, ${role}: about this quotation`,
    jump: (name: string, number: number): string => `${name}, quotation ${number}`,
  },

  quotation: {
    start: "Start of linked quotation. ",
    end: " End of linked quotation.",
    position: (at: number, of: number): string => `${at} of ${of}`,
    announced: (at: number, of: number, name: string): string => `${at} of ${of}, ${name}`,
    previous: "Previous quotation",
    next: "Next quotation",
    close: "Close",
    introduced: "Where they are introduced",
    only: "Hear only this voice",
    everyone: "Hear everyone",
    fragment: "A few words inside the reporter’s sentence",
    unsure: "Attributed by the sense of the passage",
    byEditor: "Attributed by an editor",
    quoted: (count: number): string => (count === 1 ? "Quoted once here" : `Quoted ${count} times here`),
    link: "Link to this quotation",
    lens: "Stepping through quotations",
  },

  shortcuts: {
    title: "Keys",
    hint: "Keys: press ?",
    next: "Next quotation",
    previous: "Previous quotation",
    nextOfVoice: "Next of the same voice",
    previousOfVoice: "Previous of the same voice",
    everyone: "Hear everyone",
    help: "This list",
    off: "Turn these keys off",
    on: "Turn these keys on",
  },

  permalink: {
    verbatim: (name: string | null, date: string): string =>
      name === null ? `Published ${date}, unchanged since.` : `${name}, published ${date}, unchanged since.`,
    edited: (date: string): string => `These words were changed on ${date}.`,
    editedNow: (name: string | null): string =>
      name === null ? "The story now reads" : `The story now quotes ${name} as`,
    reattributed: (then: string, now: string, date: string): string =>
      `These words were first attributed to ${then}. Since ${date} the story attributes them to ${now}.`,
    removed: (date: string): string =>
      `These words are no longer in the story. They were taken out on ${date}.`,
    removedHint: "The story as it stands now follows.",
    was: "The words were",
    difference: "What changed",
    toStory: "Read the whole story",
    toSuccessor: "Go to the words as they stand now",
  },

  changes: {
    heading: "Corrections and changes",
    added: "Added",
    edited: "Changed",
    removed: "Removed",
    reattributed: "Attribution corrected",
    retypeset: "Typography",
    verbatim: "Restored",
    by: (name: string): string => name,
  },

  vote: {
    question: "Did you enjoy this article?",
    yes: "Yes",
    no: "No",
    saidYes: "You said yes.",
    saidNo: "You said no.",
    change: "Change",
    withdraw: "Take it back",
    thanks: "Thank you.",
    withdrawn: "Your answer was taken back.",
    waiting: "You are offline. Your answer is kept and will be sent when you are back.",
    failed: "Your answer could not be counted. Please try again.",
    count: (yes: number, no: number): string =>
      `${many(yes, "reader", "readers")} said yes, ${no.toLocaleString("en")} said no`,
    title: (headline: string): string => `Your answer: ${headline}`,
    back: "Back to the story",
    nobody: "Nobody has answered yet.",
  },

  problem: {
    notFound: "There is nothing at this address",
    notFoundHint: "The story may have moved, or the link may have lost a few letters on its way.",
    gone: "This is no longer here",
    offline: "You are offline",
    offlineHint: "This story was not read on this device before. It will open when you are back online.",
    broken: "Something went wrong on our side",
    brokenHint: "Nothing of yours is lost. Try again in a moment.",
    retry: "Try again",
    front: "To the front page",
    status: (status: number): string => `Error ${status}`,
  },
};
