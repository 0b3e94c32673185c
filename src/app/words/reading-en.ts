/**
 * The words of what a reader may ask for: settings, listening, offline, the
 * kept place. They come with the first of these that is used.
 */

export const readingEn = {
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
    highlights: { legend: "Voices", options: { off: "Off", quiet: "Quiet", strong: "Strong" } },
    motion: { legend: "Motion", options: { system: "As my device", off: "None" } },
  },

  listen: {
    title: "Listening",
    play: "Play",
    pause: "Pause",
    previous: "Previous sentence",
    next: "Next sentence",
    nextQuotation: "Next quotation",
    speed: "Speed",
    times: (rate: number): string => `${rate.toLocaleString("en")}×`,
    stop: "Stop listening",
    narrator: "The story",
    unknown: "Speaker not named",
    progress: (at: number, of: number): string => `Sentence ${at} of ${of}`,
    done: "That was the whole story.",
    /** Spoken before and after a quotation, where there is one voice for everybody. */
    quote: "Quote.",
    endQuote: "End quote.",
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
