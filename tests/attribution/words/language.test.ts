import { expect, test } from "vitest";
import { attribute } from "#attribution";

const HEADLINES = {
  en: [
    "Council votes to keep the ferry",
    "Nurses plan second strike",
    "Taxi drivers protest in Madrid",
    "Paris talks end without deal",
    "Le Mans winner dies at 84",
    "Why bees matter",
  ],
  fr: [
    "Le maire quitte ses fonctions",
    "Un boulanger primé",
    "« Rien n’est décidé »",
    "La ferme sans eau",
    "Procès reporté à jeudi",
    "Berlin refuse l’accord",
  ],
  de: [
    "Bürgermeisterin tritt zurück",
    "Kleine Höfe, große Träume",
    "„Kein Kommentar“",
    "Warum Bienen wichtig sind",
    "Prozess vertagt",
    "Neues Werk in Halle",
  ],
  es: [
    "El alcalde dimite",
    "Un panadero premiado",
    "«Sin comentarios»",
    "Dos heridos en un incendio",
    "Por qué importan las abejas",
    "Nueva fábrica en Burgos",
  ],
};

for (const [lang, headlines] of Object.entries(HEADLINES))
  test.each(headlines)(`${lang}: %s`, (headline) => {
    expect(attribute(headline).lang).toBe(lang);
  });

test("a foreign title at its head does not decide a story's language", () => {
  const body = "The choir met on Thursdays in the hall behind the station, and nobody was ever late. ".repeat(
    6,
  );
  expect(attribute(`La vie en rose et les feuilles mortes de notre jeunesse\n\n${body}`).lang).toBe("en");
});

test.each(["", "…", "1234 5678", "\ud83d"])("where nothing tells, %j is read as English", (text) => {
  expect(attribute(text).lang).toBe("en");
});

test("a tag that is given decides, its region aside", () => {
  expect(attribute("El alcalde dimite", { lang: "fr-CA" }).lang).toBe("fr");
  expect(attribute("El alcalde dimite", { lang: "nl" }).lang).toBe("nl");
});

test("a story that is labelled with a language the engine does not know is read in the one that it is in", () => {
  const story =
    "The ferry will sail again in May, the harbour board said on Monday, and nobody was surprised by that. ";
  expect(attribute(story.repeat(3), { lang: "nl" }).lang).toBe("en");
  expect(attribute(story.repeat(3), { lang: "und" }).lang).toBe("en");
});

/** In each the mayor of a small town says the same: the bridge stays shut until spring, and nobody is to cross it. */
const ELSEWHERE = {
  ar: "بقي الجسر مغلقا منذ شهر، والناس في البلدة غاضبون من ذلك. «سيبقى الجسر مغلقا حتى الربيع»، قالت العمدة ليلى حداد يوم الاثنين. وأضافت في الاجتماع أن أحدا لا يجوز له أن يعبره.",
  el: "Η γέφυρα είναι κλειστή εδώ και έναν μήνα και οι κάτοικοι διαμαρτύρονται. «Η γέφυρα θα μείνει κλειστή ως την άνοιξη», είπε η δήμαρχος Ελένη Παππά τη Δευτέρα. Κανείς δεν επιτρέπεται να την περάσει.",
  he: "הגשר סגור כבר חודש והתושבים כועסים על כך. ״הגשר יישאר סגור עד האביב״, אמרה ראשת העיר דנה לוי ביום שני. איש אינו רשאי לעבור בו.",
  it: "Il ponte è chiuso da un mese e gli abitanti del paese protestano. «Il ponte resterà chiuso fino a primavera», ha detto lunedì la sindaca Giulia Ferri. Nessuno può attraversarlo, ha aggiunto durante la riunione.",
  ja: "橋は一か月前から閉鎖されており、住民は怒っている。「橋は春まで閉鎖したままです」と田中町長は月曜日に述べた。だれも渡ってはならない。",
  nl: "De brug is al een maand dicht en de bewoners zijn daar boos over. “De brug blijft dicht tot het voorjaar”, zei burgemeester Anneke Visser maandag. Niemand mag er volgens haar overheen lopen.",
  pl: "Most jest zamknięty od miesiąca i mieszkańcy są z tego niezadowoleni. „Most pozostanie zamknięty do wiosny”, powiedziała w poniedziałek burmistrz Anna Wrona. Nikomu nie wolno po nim przechodzić.",
  pt: "A ponte está fechada há um mês e os moradores reclamam disso. “A ponte vai ficar fechada até à primavera”, disse a presidente da câmara, Joana Prates, na segunda-feira. Ninguém a pode atravessar.",
  ru: "Мост закрыт уже месяц, и жители города недовольны. «Мост останется закрытым до весны», — сказала в понедельник мэр Анна Лебедева. Переходить по нему никому нельзя, добавила она.",
  sv: "Bron har varit stängd i en månad och de boende är missnöjda med det. ”Bron förblir stängd till våren”, sade borgmästaren Karin Lund i måndags. Ingen får gå över den, tillade hon på mötet.",
  tr: "Köprü bir aydır kapalı ve kasaba halkı buna kızıyor. “Köprü bahara kadar kapalı kalacak” dedi Belediye Başkanı Elif Demir pazartesi günü. Kimsenin üzerinden geçmesine izin verilmiyor.",
  zh: "这座桥已经关闭一个月，居民们很生气。“这座桥将一直关闭到春天，”镇长王丽周一说。任何人都不得通行。",
};

test.each(Object.entries(ELSEWHERE))(
  "in %s, which the engine does not know, what is quoted is found and nobody is named",
  (lang, text) => {
    for (const options of [{}, { lang }, { lang: `${lang}-XX` }]) {
      const { quotes, speakers, lang: found } = attribute(text, options);
      expect(found).toBe(lang);
      expect(speakers).toEqual([]);
      expect(quotes.map(({ kind, speaker, confidence }) => [kind, speaker, confidence])).toEqual([
        ["direct", null, 0],
      ]);
    }
  },
);
