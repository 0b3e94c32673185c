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

test("a tag that is given decides, its region aside; one that the engine does not know is read as English", () => {
  expect(attribute("El alcalde dimite", { lang: "fr-CA" }).lang).toBe("fr");
  expect(attribute("El alcalde dimite", { lang: "nl" }).lang).toBe("en");
});
