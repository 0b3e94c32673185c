import type { ReadingWords } from "./reading-en.ts";

export const readingDe: ReadingWords = {
  settings: {
    title: "Leseeinstellungen",
    close: "Schließen",
    reset: "Alles wie am Anfang",
    resetDone: "Alles ist wieder wie am Anfang.",
    theme: {
      legend: "Seite",
      options: { system: "Wie mein Gerät", light: "Hell", sepia: "Sepia", dark: "Dunkel" },
    },
    size: {
      legend: "Schriftgröße",
      options: {
        smallest: "Sehr klein",
        smaller: "Kleiner",
        normal: "Normal",
        larger: "Größer",
        large: "Groß",
        largest: "Sehr groß",
        huge: "Am größten",
      },
    },
    leading: { legend: "Zeilen", options: { tight: "Eng", normal: "Normal", loose: "Weit" } },
    measure: { legend: "Spalte", options: { narrow: "Schmal", normal: "Normal", wide: "Breit" } },
    typeface: {
      legend: "Schrift",
      options: {
        serif: "Antiqua",
        sans: "Grotesk",
        legible: "Besonders lesbar",
        dyslexic: "Bei Legasthenie",
      },
    },
    highlights: { legend: "Stimmen", options: { off: "Aus", quiet: "Leise", strong: "Kräftig" } },
    motion: { legend: "Bewegung", options: { system: "Wie mein Gerät", off: "Keine" } },
  },

  listen: {
    title: "Vorlesen",
    play: "Abspielen",
    pause: "Anhalten",
    previous: "Voriger Satz",
    next: "Nächster Satz",
    nextQuotation: "Nächstes Zitat",
    speed: "Tempo",
    times: (rate) => `${rate.toLocaleString("de")}×`,
    stop: "Vorlesen beenden",
    narrator: "Der Artikel",
    unknown: "Nicht genannt",
    progress: (at, of) => `Satz ${at} von ${of}`,
    done: "Das war der ganze Artikel.",
    quote: "Zitat.",
    endQuote: "Zitat Ende.",
  },

  offline: {
    story: (date) => `Sie sind offline. Das ist der Artikel, wie Sie ihn zuletzt gelesen haben: ${date}.`,
    front: (date) => `Sie sind offline. Das ist die Titelseite, wie Sie sie zuletzt gesehen haben: ${date}.`,
    plain: "Sie sind offline. Gelesene und die neuesten Artikel öffnen sich trotzdem, wie sie waren.",
  },

  progress: {
    label: "Ihre Stelle",
    offer: "Sie haben aufgehört bei",
    resume: "Dorthin",
    dismiss: "Hier bleiben",
  },
};
