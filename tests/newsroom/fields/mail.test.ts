import { describe, expect, test } from "vitest";
import { readStory } from "#newsroom/formats/read-story.ts";
import type { SourceText } from "#store/store.ts";

const first = "The library at Sandle will lend ladders from the first of May, it said on Monday.";
const second = "“People kept asking,” said Maud Ferris, the librarian. “We have bought eleven.”";
const body = `${first}\n\n${second}`;
const told = { headline: "Library lends ladders", publisher: "Sandle Library", datePublished: "2025-03-04" };

const read = (text: string, format: SourceText["format"] = "text") => {
  const story = readStory({ format, text, source: null, lang: null });
  const { headline, publisher, datePublished } = story;
  return {
    told: { headline, publisher, datePublished: datePublished?.slice(0, 10) ?? null },
    blocks: story.blocks.map((block) => block.text),
    warnings: story.warnings,
  };
};

describe("a mail's header, as programs show it", () => {
  test.each([
    [
      "English",
      "From: Sandle Library <press@sandle.example>\nSent: Tuesday, March 4, 2025 9:12 AM\nTo: desk@post.example\nSubject: Library lends ladders",
    ],
    [
      "British",
      "From: Sandle Library <press@sandle.example>\nSent: 04 March 2025 09:12\nTo: Desk <desk@post.example>\nCc: Ada Berg\nSubject: FW: Library lends ladders",
    ],
    [
      "a mailto",
      "From: Sandle Library [mailto:press@sandle.example]\nSent: 4 March 2025 09:12\nSubject: RE: Library lends ladders",
    ],
    [
      "names turned round",
      'Date: Tue, 4 Mar 2025 09:12:44 +0000\nFrom: "Library, Sandle" <press@sandle.example>\nSubject: Re: Re: Fwd: Library lends ladders',
    ],
    [
      "bold, as plain text",
      "*From:* Sandle Library <press@sandle.example>\n*Date:* Tue, 4 Mar 2025 at 09:12\n*To:* desk@post.example\n*Subject:* Library lends ladders",
    ],
    [
      "German",
      "Von: Sandle Library <press@sandle.example>\nGesendet: Dienstag, 4. März 2025 09:12\nAn: Redaktion\nBetreff: AW: Library lends ladders",
    ],
    [
      "French",
      "De : Sandle Library <press@sandle.example>\nEnvoyé : mardi 4 mars 2025 09:12\nÀ : Rédaction\nObjet : TR : Library lends ladders",
    ],
    [
      "Spanish",
      "De: Sandle Library <press@sandle.example>\nEnviado el: martes, 4 de marzo de 2025 9:12\nPara: Redacción\nAsunto: RV: Library lends ladders",
    ],
    [
      "a list's",
      "From: Sandle Library via Press <press@lists.example>\nDate: Tue, 4 Mar 2025 09:12:44 +0100 (CET)\nSubject: [press] PRESS RELEASE: Library lends ladders",
    ],
  ])("%s", (_, header) => {
    expect(read(`${header}\n\n${body}\n`)).toMatchObject({ told, blocks: [first, second] });
  });

  test("without a name, the house that the address names is the publisher; without a subject, the first line tells", () => {
    const header = "From: press@sandle.example\nDate: 4 March 2025\nSubject: Press release";
    expect(read(`${header}\n\nLibrary lends ladders\n\n${body}\n`)).toMatchObject({
      told: { ...told, publisher: "sandle.example" },
      blocks: [first, second],
    });
  });

  test("its owner is told of what is attached", () => {
    const header =
      "From: Sandle Library <press@sandle.example>\nDate: 4 March 2025\nSubject: Library lends ladders\nAttachments: ladders.pdf";
    expect(read(`${header}\n\n${body}\n`).warnings).toEqual(["leaves out what is attached: ladders.pdf"]);
  });
});

describe("a page of a mail", () => {
  const lines = [
    "From: Sandle Library &lt;press@sandle.example&gt;",
    "Sent: 4 March 2025 09:12",
    "Subject: Library lends ladders",
  ];
  const words = `<p>${first}</p><p>${second}</p>`;
  test.each([
    [
      "a division a line",
      `<title>Mail</title><div>${lines.map((line) => `<div>${line}</div>`).join("")}<div><br></div>${words}</div>`,
    ],
    [
      "one paragraph, bold names",
      `<title>Fwd: Library lends ladders</title><p>${lines.map((line) => line.replace(/^(\w+:)/u, "<b>$1</b>")).join("<br>")}</p>${words}`,
    ],
    [
      "a table",
      `<title>Inbox (3) - Outlook</title><table>${lines.map((line) => `<tr><td>${line.replace(": ", ":</td><td>")}</td></tr>`).join("")}</table>${words}`,
    ],
    [
      "a forwarded one",
      `<title>Gmail - Fwd: Library</title><div>FYI</div><div class="gmail_quote"><div class="gmail_attr">---------- Forwarded message ---------<br>${lines.join("<br>")}<br></div>${words}</div>`,
    ],
  ])("%s", (_, inside) => {
    expect(read(`<!doctype html><html lang="en"><body>${inside}</body></html>`, "html")).toMatchObject({
      told,
      blocks: [first, second],
    });
  });
});

describe("what was forwarded, or answered", () => {
  const header =
    "From: Sandle Library <press@sandle.example>\nDate: Tue, 4 Mar 2025 09:12\nSubject: Library lends ladders";
  test.each([
    [
      "Gmail",
      `From: Nia Prosser <nia@post.example>\nDate: 5 March 2025\nSubject: Fwd: one for us?\n\nWorth a paragraph?\n\n---------- Forwarded message ---------\n${header}\n\n${body}\n`,
    ],
    [
      "Outlook",
      `Worth a paragraph? Nia\n\n-----Original Message-----\n${header}\nTo: Nia Prosser\n\n${body}\n`,
    ],
    [
      "Apple Mail",
      `Begin forwarded message:\n\n> ${header.replaceAll("\n", "\n> ")}\n>\n> ${first}\n>\n> ${second}\n`,
    ],
    [
      "twice",
      `From: A <a@b.example>\nDate: 7 March 2025\nSubject: Fwd: Fwd: x\n\n-------- Forwarded Message --------\nFrom: C <c@d.example>\nDate: 6 March 2025\nSubject: Fwd: y\n\nSee below.\n\n-------- Forwarded Message --------\n${header}\n\n${body}\n`,
    ],
  ])("%s", (_, text) => {
    expect(read(text)).toMatchObject({ told, blocks: [first, second] });
  });

  test("an answer that is the story itself is not taken for its own quotation", () => {
    const text = `${header}\n\n${body}\n\nOn Mon, 3 Mar 2025 at 10:00, Desk <desk@post.example> wrote:\n> Have you anything on the ladders?\n`;
    expect(read(text)).toMatchObject({ told, blocks: [first, second] });
  });
});

describe("what a press office writes for editors stays out", () => {
  const header =
    "From: Sandle Library <press@sandle.example>\nDate: 4 March 2025\nSubject: Library lends ladders";
  test.each([
    [
      "FOR IMMEDIATE RELEASE",
      "ENDS\n\nNotes to editors\n\n1. The library opened in 1908.\n\nContact: Jo Pell, 01632 960001",
    ],
    ["Press release – 4 March 2025", "-ENDS-\n\nJo Pell, press officer"],
    ["EMBARGOED UNTIL 00.01 ON FRIDAY 7 MARCH 2025", "###\n\nAbout Sandle Library\n\nIt lends."],
    ["For immediate release", "– Ends –"],
    ["MEDIA RELEASE", "Notes for editors:\n\nPictures are attached."],
    ["Pressemitteilung Nr. 12", "– Ende –\n\nPressekontakt: Jo Pell"],
    ["COMMUNIQUÉ DE PRESSE", "Contact presse : Jo Pell, 01 99 00 00 00"],
    ["Dear editor,", "Kind regards,\n\nJo Pell\nPress Officer"],
    ["Hi all,", "-- \nJo Pell\nSandle Library"],
    ["Good morning,", "Sent from my iPhone"],
  ])("%s", (above, below) => {
    expect(read(`${header}\n\n${above}\n\n${body}\n\n${below}\n`)).toMatchObject({
      told,
      blocks: [first, second],
    });
  });

  test("in a release that came without a header, too", () => {
    const text = `PRESS RELEASE\n\nLibrary lends ladders\n\n${body}\n\nENDS\n\nFor more information call Jo Pell.\n`;
    expect(read(text)).toMatchObject({
      told: { headline: "Library lends ladders" },
      blocks: [first, second],
    });
  });

  test.each([
    "The release of the birds ends the year, he said, and the work.",
    "Ends and means were never his subject.",
    "Press release forms are kept at the desk.",
    "Dear to her was the harbour, and dear it cost her.",
    "Best wishes came from all over the county, and a ham.",
    "On Monday the mayor wrote:",
  ])("but a story may say: %s", (line) => {
    const text = `Library lends ladders\n\n${first}\n\n${line}\n\n${second}\n`;
    expect(read(text).blocks).toEqual([first, line, second]);
  });
});
