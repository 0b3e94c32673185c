import { Grammar } from "./grammar.ts";
import type { ReadingWords } from "./reading-en.ts";

const grammar = new Grammar("de");

export const readingDe: ReadingWords = {
  permalink: {
    verbatim: "Seit der Veröffentlichung unverändert.",
    restored: "Zeitweise geändert, jetzt wieder wie zuerst veröffentlicht.",
    retypeset: "Bis auf die Typografie unverändert.",
    toStart: "Von Anfang an lesen",
    edited: (date) => `Dieser Wortlaut wurde am ${date} geändert.`,
    reattributed: (then, now, date) =>
      `Diese Worte wurden zuerst ${then} zugeschrieben. Seit dem ${date} schreibt der Artikel sie ${now} zu.`,
    removed: (date) => `Diese Worte stehen nicht mehr im Artikel. Sie wurden am ${date} entfernt.`,
    removedHint: "Es folgt der Artikel, wie er jetzt lautet.",
    was: "Der Wortlaut war",
  },

  quotation: {
    position: (at, of) => (at === of ? `${at} von ${of}, das letzte` : `${at} von ${of}`),
    announced: (at, of, name) => `${at} von ${of}, ${name}`,
    isFirst: "Das ist das erste.",
    isLast: "Das ist das letzte.",
    ofVoice: "Diese Stimme",
    ofAll: "Alle",
    hint: "Unterstrichene Worte antippen oder anklicken zeigt, wer sie gesagt hat.",
    previous: "Voriges Zitat",
    next: "Nächstes Zitat",
    close: "Schließen",
    introduced: "Wo die Person vorgestellt wird",
    only: "Nur diese Stimme zeigen",
    everyone: "Alle zeigen",
    unsure: "Nicht sicher: aus dem Zusammenhang erschlossen.",
    byEditor: "Von der Redaktion zugeordnet",
    quoted: (count) => (count === 1 ? "Hier einmal zitiert" : `Hier ${count}-mal zitiert`),
    lens: "Von Zitat zu Zitat",
  },

  shortcuts: {
    title: "Tasten",
    next: "Nächstes Zitat",
    previous: "Voriges Zitat",
    nextOfVoice: "Nächstes derselben Stimme",
    previousOfVoice: "Voriges derselben Stimme",
    note: "Wer es gesagt hat, beim Zitat, an dem Sie sind",
    copy: "Dieses Zitat kopieren",
    share: "Dieses Zitat teilen",
    keep: "Dieses Zitat merken oder nicht mehr merken",
    help: "Diese Liste",
    off: "Diese Tasten abschalten",
    on: "Diese Tasten einschalten",
    atNote: "Tasten: c kopiert, s teilt, b merkt, j geht weiter, ? zeigt alle",
    atBar: "Enter: wer es gesagt hat · ?: alle Tasten",
  },

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
    highlights: { legend: "Hervorhebung", options: { off: "Aus", quiet: "Leise", strong: "Kräftig" } },
    motion: { legend: "Bewegung", options: { system: "Wie mein Gerät", off: "Keine" } },
    language: {
      legend: "Sprache",
      options: { system: "Wie mein Gerät", en: "English", de: "Deutsch", ar: "العربية" },
    },
  },

  listen: {
    title: "Vorlesen",
    play: "Abspielen",
    pause: "Anhalten",
    previous: "Voriger Satz",
    next: "Nächster Satz",
    nextQuotation: "Nächstes Zitat",
    speed: "Tempo",
    times: (rate) => `${grammar.number(rate)}×`,
    stop: "Vorlesen beenden",
    narrator: "Der Artikel",
    unknown: "Nicht genannt",
    progress: (at, of) => `Satz ${at} von ${of}`,
    done: "Das war der ganze Artikel.",
    quote: "Zitat.",
    endQuote: "Zitat Ende.",
  },

  ending: {
    share: "Den Artikel teilen…",
    copyLink: "Link zum Artikel kopieren",
    address: "Die Adresse des Artikels:",
    strongest: "In ihren Worten",
    next: "Weiterlesen",
    sameNames: "Dieselben Namen in anderen Artikeln",
    site: "Die Website",
    front: "Titelseite",
    feed: "Newsfeed",
    privacy: "Datenschutz",
  },

  privacy: {
    reading:
      "Lesen hinterlässt hier keine Spur. Die Website setzt kein Cookie, bevor Sie abstimmen, lädt nichts von anderen, und ihr Protokoll nennt niemanden.",
    device:
      "Wie Sie die Seite einstellen, wo Sie aufgehört haben und was zum Lesen ohne Netz aufbewahrt wird, bleibt auf diesem Gerät.",
  },

  votePrivacy: {
    title: "Datenschutz",
    kept: "Ihre Antwort wird mit einer Zufallszahl und der Uhrzeit aufbewahrt, so lange wie der Artikel: ohne Namen, ohne Adresse. Ein Cookie sagt uns, dass sie Ihre ist.",
    forget: "Meine Antworten löschen",
    forgotten: "Alle Ihre Antworten hier sind gelöscht, das Cookie ebenso.",
    failed: "Die Seite ist nicht erreichbar: Es wurde nichts gelöscht. Bitte versuchen Sie es noch einmal.",
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

  saved: {
    title: "Gemerkte Zitate",
    keep: "Merken",
    all: "Alles Gemerkte",
    kept: "Auf diesem Gerät gemerkt",
    letGo: "Nicht mehr gemerkt",
    full: "Auf diesem Gerät ist kein Platz: Es bleibt gemerkt, bis Sie die Seite verlassen.",
    hint: "Nur auf diesem Gerät gemerkt: ohne Konto, und niemand sonst sieht sie.",
    needsScript: "Dieser Browser bewahrt sie auf und zeigt sie, wo JavaScript eingeschaltet ist.",
    empty: "Noch nichts gemerkt",
    emptyHint: "„Merken“, in der Notiz bei einem Zitat, legt es hierher, auch zum Lesen ohne Netz.",
    keptOn: (date) => `Gemerkt am ${date}`,
    remove: "Entfernen",
    removed: "Entfernt.",
    undo: "Rückgängig",
    more: "Frühere",
    saveAs: (format) => `Als ${format} sichern`,
    changed: {
      edited: "Seither geändert",
      removed: "Seither gestrichen",
      reattributed: "Zuschreibung seither berichtigt",
    },
    gone: "Diese Worte sind hier nicht mehr zu finden.",
    unpublishedOn: (date) =>
      `Die Redaktion hat diesen Artikel am ${date} vom Netz genommen. Was Sie sich gemerkt haben, bleibt auf diesem Gerät.`,
  },

  share: {
    label: "Dieses Zitat teilen",
    copyLink: "Link kopieren",
    copyWords: "Zitat kopieren",
    share: "Teilen…",
    picture: "Bild sichern",
    embed: "Einbettungscode kopieren",
    linkCopied: "Link kopiert",
    wordsCopied: "Zitat mit Namen und Link kopiert",
    embedCopied: "Einbettungscode kopiert",
    shared: "Geteilt",
    pictureSaved: "Das Bild wird gesichert",
    failed: "Das ließ sich nicht kopieren. Hier können Sie es kopieren:",
    selection: "Ausgewählte Stelle",
    copySelection: "Link zur Auswahl kopieren",
    noFragment: "Zu genau dieser Stelle führt kein Link. Versuchen Sie es mit einer längeren.",
    unknown: "Nicht genannt",
    from: (headline, publisher, date) =>
      [`„${headline}“`, publisher, date].filter((part) => part !== null).join(", "),
  },
};
