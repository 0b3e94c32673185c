import { Grammar } from "./grammar.ts";

/**
 * The words of what a reader may ask for: settings, listening, offline, the
 * kept place. They come with the first of these that is used.
 */

const grammar = new Grammar("en");

export const readingEn = {
  /** What became of a quotation's words, on arrival at its address. */
  permalink: {
    verbatim: "Unchanged since publication.",
    restored: "Changed for a time, and now as first published.",
    retypeset: "Unchanged but for typography.",
    toStart: "Read from the beginning",
    edited: (date: string): string => `These words were changed on ${date}.`,
    reattributed: (then: string, now: string, date: string): string =>
      `These words were first attributed to ${then}. Since ${date} the story attributes them to ${now}.`,
    removed: (date: string): string =>
      `These words are no longer in the story. They were taken out on ${date}.`,
    removedHint: "The story as it stands now follows.",
    was: "The words were",
  },

  quotation: {
    position: (at: number, of: number): string => (at === of ? `${at} of ${of}, the last` : `${at} of ${of}`),
    announced: (at: number, of: number, name: string): string => `${at} of ${of}, ${name}`,
    isFirst: "This is the first one.",
    isLast: "This is the last one.",
    ofVoice: "This voice",
    ofAll: "Everybody",
    hint: "Touch or click the underlined words to see whose they are.",
    previous: "Previous quotation",
    next: "Next quotation",
    close: "Close",
    introduced: "Where they are introduced",
    only: "Show only this voice",
    everyone: "Show everyone",
    unsure: "Not certain: inferred from the passage.",
    byEditor: "Attributed by an editor",
    quoted: (count: number): string =>
      count === 1 ? "Quoted once here" : count === 2 ? "Quoted twice here" : `Quoted ${count} times here`,
    lens: "Stepping through quotations",
  },

  shortcuts: {
    title: "Keys",
    next: "Next quotation",
    previous: "Previous quotation",
    nextOfVoice: "Next of the same voice",
    previousOfVoice: "Previous of the same voice",
    note: "Who said it, at the quotation you are at",
    copy: "Copy that quotation",
    share: "Share that quotation",
    keep: "Keep that quotation, or let it go",
    help: "This list",
    off: "Turn these keys off",
    on: "Turn these keys on",
    atNote: "Keys: c copies, s shares, b keeps, j goes on, ? lists them all",
    atBar: "Enter: who said it · ?: all keys",
  },

  settings: {
    title: "Reading settings",
    close: "Close",
    reset: "Back to how it was",
    resetDone: "Everything is as it was.",
    theme: {
      legend: "Page",
      options: { system: "As my device", light: "Light", sepia: "Sepia", dark: "Dark" },
    },
    size: {
      legend: "Text size",
      options: {
        smallest: "Smallest",
        smaller: "Smaller",
        normal: "Normal",
        larger: "Larger",
        large: "Large",
        largest: "Very large",
        huge: "Largest",
      },
    },
    leading: { legend: "Lines", options: { tight: "Tight", normal: "Normal", loose: "Open" } },
    measure: { legend: "Column", options: { narrow: "Narrow", normal: "Normal", wide: "Wide" } },
    typeface: {
      legend: "Typeface",
      options: {
        serif: "Serif",
        sans: "Sans serif",
        legible: "Extra legible",
        dyslexic: "For dyslexia",
      },
    },
    highlights: { legend: "Highlights", options: { off: "Off", quiet: "Quiet", strong: "Strong" } },
    motion: { legend: "Motion", options: { system: "As my device", off: "None" } },
    language: {
      legend: "Language",
      options: { system: "As my device", en: "English", de: "Deutsch", ar: "العربية" },
    },
  },

  listen: {
    title: "Listening",
    play: "Play",
    pause: "Pause",
    previous: "Previous sentence",
    next: "Next sentence",
    nextQuotation: "Next quotation",
    speed: "Speed",
    times: (rate: number): string => `${grammar.number(rate)}×`,
    stop: "Stop listening",
    narrator: "The story",
    unknown: "Speaker not named",
    progress: (at: number, of: number): string => `Sentence ${at} of ${of}`,
    done: "That was the whole story.",
    /** Spoken before and after a quotation, where there is one voice for everybody. */
    quote: "Quote.",
    endQuote: "End quote.",
  },

  ending: {
    share: "Share the story…",
    copyLink: "Copy the story’s link",
    address: "The story’s address:",
    strongest: "In their words",
    next: "Read next",
    /** Roles follow: it is not known whether the people are the same. */
    sameNames: "The same names in other stories",
    site: "The site",
    front: "Front page",
    feed: "Feed",
    privacy: "Privacy",
  },

  privacy: {
    reading:
      "Reading leaves no trace here. The site sets no cookie until you vote, loads nothing from anybody else, and its log names nobody.",
    device:
      "How you set the page, where you stopped reading and what is kept for reading offline stays on this device.",
  },

  votePrivacy: {
    title: "Privacy",
    kept: "Your answer is kept with a random number and the time, for as long as the story is: no name, no address. A cookie tells us that it is yours.",
    forget: "Forget my votes",
    forgotten: "All your votes here are deleted, and the cookie with them.",
    failed: "The site cannot be reached: nothing was deleted. Please try again.",
  },

  offline: {
    story: (date: string): string => `You are offline. This is the story as you last read it, on ${date}.`,
    front: (date: string): string =>
      `You are offline. This is the front page as you last saw it, on ${date}.`,
    plain: "You are offline. Stories that you have read, and the newest ones, still open as they were.",
  },

  progress: {
    label: "Your place",
    /** Opening words of the paragraph follow. */
    offer: "You stopped reading at",
    resume: "Go there",
    dismiss: "Stay here",
  },

  saved: {
    title: "Saved quotations",
    keep: "Keep",
    /** Leads to this page, from a quotation that is kept. */
    all: "All that you kept",
    kept: "Kept on this device",
    letGo: "No longer kept",
    full: "There is no room on this device: it is kept until you leave.",
    hint: "Kept on this device alone: no account, and nobody else sees them.",
    needsScript: "They are stored by this browser, and shown where JavaScript is on.",
    empty: "Nothing kept yet",
    emptyHint: "“Keep”, in the note at a quotation, puts it here, to be read without a network too.",
    keptOn: (date: string): string => `Kept on ${date}`,
    remove: "Remove",
    removed: "Removed.",
    undo: "Undo",
    more: "Earlier ones",
    saveAs: (format: string): string => `Save as ${format}`,
    /** Beside words as they were kept, where they are saved as a file. */
    changed: {
      edited: "Changed since",
      removed: "Taken out since",
      reattributed: "Attribution corrected since",
    },
    gone: "These words are no longer to be found here.",
    unpublishedOn: (date: string): string =>
      `The publisher took this story off on ${date}. What you kept stays on this device.`,
  },

  share: {
    label: "Share this quotation",
    copyLink: "Copy link",
    copyWords: "Copy quotation",
    share: "Share…",
    picture: "Save picture",
    embed: "Copy embed code",
    linkCopied: "Link copied",
    wordsCopied: "Quotation copied, with its speaker and link",
    embedCopied: "Embed code copied",
    shared: "Shared",
    pictureSaved: "The picture is being saved",
    failed: "This could not be copied. You can copy it here:",
    selection: "Selected passage",
    copySelection: "Copy link to selection",
    noFragment: "No link can lead to exactly this passage. Try a longer one.",
    unknown: "Speaker not named",
    /** Where a quotation is from, beneath its words. */
    from: (headline: string, publisher: string | null, date: string | null): string =>
      [`“${headline}”`, publisher, date].filter((part) => part !== null).join(", "),
  },
};

export type ReadingWords = typeof readingEn;
