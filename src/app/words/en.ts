import { Grammar } from "./grammar.ts";

/**
 * The words that a page is first drawn with, in English; what a reader may ask
 * for later is in reading-en.ts. Texts with something in them are functions: a
 * translation may put it where its grammar wants it.
 */

const grammar = new Grammar("en");
const many = (count: number, one: string, other: string): string =>
  grammar.count(count, { one: `# ${one}`, other: `# ${other}` });

const moreVoices = (count: number): string => many(count, "more voice", "more voices");

export const en = {
  site: "Verbatim",
  tagline: "Who said what, word for word",
  skip: "Skip to the story",
  loading: "Loading",
  frontTitle: "Verbatim: who said what, word for word",
  saved: "Saved quotations",
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
    minutes: (count: number): string => `${count} min read`,
    score: (names: string): string => `Quoted: ${names}`,
  },

  story: {
    by: (author: string): string => `By ${author}`,
    /** Of a picture that is not here: its caption or its credit. */
    photo: (credit: string): string => `Photo: ${credit}`,
    keys: "Keys: press ?",
    share: "Share",
  },

  voices: {
    label: "Voices",
    unknown: "Speaker not named",
    unknownInitials: "?",
    unknownHint: "The story does not say clearly whose words these are.",
    /** The same in a story whose language the engine does not know. */
    unattributed: "Not attributed",
    unattributedHint: "Verbatim does not attribute quotations in this language.",
    /** A name of which the engine is not sure. */
    perhaps: (name: string): string => `perhaps ${name}`,
    times: (count: number): string => many(count, "quotation", "quotations"),
    share: (percent: string): string => `${percent} of the quoted words`,
    more: moreVoices,
    /** Unfolds the rest of the voices, and of each who they are and how much they speak. */
    cast: (count: number): string =>
      count === 0 ? "Who speaks, and how much" : `${moreVoices(count)}, and how much each speaks`,
    /** The accessible name of the control at a quotation. */
    control: (name: string, role: string | null): string =>
      role === null ? `${name}: about this quotation` : `${name}, ${role}: about this quotation`,
  },

  quotation: {
    start: "Start of linked quotation. ",
    end: " End of linked quotation.",
  },

  permalink: {
    /** In a tab, before who said what. */
    titled: {
      edited: (title: string): string => `Changed since – ${title}`,
      reattributed: (title: string): string => `Attribution corrected – ${title}`,
      removed: (title: string): string => `Taken out since – ${title}`,
    },
  },

  changes: {
    heading: "Corrections and changes",
    added: "Added",
    edited: "Changed",
    removed: "Removed",
    reattributed: "Attribution corrected",
    retypeset: "Typography",
    verbatim: "Restored",
  },

  vote: {
    question: "Did you enjoy this article?",
    yes: "Yes",
    no: "No",
    saidYes: "You said yes.",
    saidNo: "You said no.",
    withdraw: "Take it back",
    withdrawn: "Your answer was taken back.",
    waiting: "Kept here, and sent once the site can be reached.",
    failed: "Your answer could not be counted. Try again.",
    readers: (count: number): string => many(count, "reader", "readers"),
    /** Of two readers or a few more, who are too few for shares. */
    few: (yes: number, no: number): string =>
      `${many(yes + no, "reader", "readers")}: ${grammar.number(yes)} yes, ${grammar.number(no)} no`,
    title: (headline: string): string => `Your answer: ${headline}`,
    back: "Back to the story",
    nobody: "Nobody has answered yet.",
  },

  problem: {
    notFound: "There is nothing at this address",
    notFoundHint: "The story may have moved, or the link may have lost a few letters on its way.",
    noQuotation: "There is no such quotation in this story",
    noQuotationHint: "The link may have lost a few letters on its way. The story itself is here.",
    story: (headline: string): string => `Read “${headline}”`,
    gone: "This is no longer here",
    unpublished: "This story was taken off",
    unpublishedOn: (date: string): string => `Its publisher took it off on ${date}.`,
    offline: "You are offline",
    offlineHint: "This page was not read on this device before. It will open when you are back online.",
    refused: "This could not be answered as asked",
    broken: "Something went wrong on our side",
    brokenHint: "Nothing of yours is lost. Try again in a moment.",
    retry: "Try again",
    front: "To the front page",
    status: (status: number): string => `Error ${status}`,
  },
};

/** Every word that a page is first drawn with, in one language: what English has, the others have. */
export type Words = typeof en;
