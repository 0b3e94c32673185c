import type { Words } from "./en.ts";
import { Grammar } from "./grammar.ts";

const grammar = new Grammar("de");

const moreVoices = (count: number): string =>
  grammar.count(count, { one: "# weitere Stimme", other: "# weitere Stimmen" });

const persons = (count: number): string => grammar.count(count, { one: "# Person", other: "# Personen" });

export const de: Words = {
  site: "Verbatim",
  tagline: "Wer was gesagt hat, Wort für Wort",
  skip: "Zum Artikel springen",
  loading: "Wird geladen",
  frontTitle: "Verbatim: wer was gesagt hat, Wort für Wort",
  saved: "Gemerkte Zitate",
  titled: (title) => `${title} · Verbatim`,

  tools: {
    settings: "Leseeinstellungen",
    listen: "Vorlesen",
  },

  front: {
    heading: "Artikel",
    more: "Frühere Artikel",
    loadingMore: "Frühere Artikel werden geholt…",
    empty: "Noch keine Artikel",
    emptyHint: "Artikel erscheinen hier, sobald die Redaktion einen veröffentlicht hat.",
    minutes: (count) => grammar.count(count, { other: "# Min. Lesezeit" }),
    score: (names) => `Zitiert: ${names}`,
  },

  story: {
    by: (author) => `Von ${author}`,
    photo: (credit) => `Foto: ${credit}`,
    keys: "Tasten: ? drücken",
    share: "Teilen",
  },

  voices: {
    label: "Stimmen",
    unknown: "Nicht genannt",
    unknownInitials: "?",
    unknownHint: "Der Artikel sagt nicht eindeutig, von wem diese Worte sind.",
    unattributed: "Nicht zugeordnet",
    unattributedHint: "In dieser Sprache ordnet Verbatim Zitate niemandem zu.",
    perhaps: (name) => `vielleicht ${name}`,
    times: (count) => grammar.count(count, { one: "# Zitat", other: "# Zitate" }),
    share: (percent) => `${percent} der zitierten Worte`,
    more: moreVoices,
    cast: (count) =>
      count === 0 ? "Wer spricht, und wie viel" : `${moreVoices(count)}, und wer wie viel spricht`,
    control: (name, role) =>
      role === null ? `${name}: zu diesem Zitat` : `${name}, ${role}: zu diesem Zitat`,
  },

  quotation: {
    start: "Anfang des verlinkten Zitats. ",
    end: " Ende des verlinkten Zitats.",
  },

  permalink: {
    titled: {
      edited: (title) => `Seither geändert – ${title}`,
      reattributed: (title) => `Zuschreibung berichtigt – ${title}`,
      removed: (title) => `Seither entfernt – ${title}`,
    },
  },

  changes: {
    heading: "Korrekturen und Änderungen",
    added: "Hinzugefügt",
    edited: "Geändert",
    removed: "Entfernt",
    reattributed: "Zuordnung berichtigt",
    retypeset: "Typografie",
    verbatim: "Wiederhergestellt",
  },

  vote: {
    question: "Hat Ihnen dieser Artikel gefallen?",
    yes: "Ja",
    no: "Nein",
    saidYes: "Sie haben Ja gesagt.",
    saidNo: "Sie haben Nein gesagt.",
    withdraw: "Zurücknehmen",
    withdrawn: "Ihre Antwort wurde zurückgenommen.",
    waiting: "Hier aufbewahrt; wird gesendet, sobald die Seite erreichbar ist.",
    failed: "Ihre Antwort konnte nicht gezählt werden. Noch einmal?",
    readers: persons,
    few: (yes, no) => `${persons(yes + no)}: ${grammar.number(yes)} Ja, ${grammar.number(no)} Nein`,
    title: (headline) => `Ihre Antwort: ${headline}`,
    back: "Zurück zum Artikel",
    nobody: "Noch hat niemand geantwortet.",
  },

  problem: {
    notFound: "Unter dieser Adresse gibt es nichts",
    notFoundHint:
      "Vielleicht ist der Artikel umgezogen, oder der Link hat unterwegs ein paar Buchstaben verloren.",
    noQuotation: "Dieses Zitat gibt es in diesem Artikel nicht",
    noQuotationHint:
      "Vielleicht hat der Link unterwegs ein paar Buchstaben verloren. Der Artikel selbst ist hier.",
    story: (headline) => `„${headline}“ lesen`,
    gone: "Das gibt es hier nicht mehr",
    unpublished: "Dieser Artikel wurde vom Netz genommen",
    unpublishedOn: (date) => `Die Redaktion hat ihn am ${date} vom Netz genommen.`,
    offline: "Sie sind offline",
    offlineHint:
      "Diese Seite wurde auf diesem Gerät noch nicht gelesen. Sie öffnet sich, sobald Sie wieder online sind.",
    refused: "So ließ sich das nicht beantworten",
    broken: "Bei uns ist etwas schiefgegangen",
    brokenHint: "Von Ihnen ist nichts verloren. Versuchen Sie es gleich noch einmal.",
    retry: "Noch einmal versuchen",
    front: "Zur Titelseite",
    status: (status) => `Fehler ${status}`,
  },
};
