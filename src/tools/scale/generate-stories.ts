import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

const places = [
  "Sandle",
  "Harrow",
  "Beckford",
  "Larkholm",
  "Netherby",
  "Dunlow",
  "Fenwick",
  "Corran",
  "Marlow",
  "Tunheim",
];
const things = [
  "pier",
  "bridge",
  "library",
  "orchard",
  "clock",
  "ferry",
  "market",
  "school",
  "canal",
  "lighthouse",
];
const deeds = [
  "closes",
  "reopens",
  "wins a prize",
  "loses a vote",
  "moves uphill",
  "finds an owner",
  "asks for more",
  "says no",
];
const firsts = [
  "Ada",
  "Bo",
  "Celia",
  "Davit",
  "Edda",
  "Farid",
  "Greta",
  "Hal",
  "Ines",
  "Jon",
  "Kavya",
  "Liv",
];
const lasts = [
  "Berg",
  "Lind",
  "Crane",
  "Rehn",
  "Quill",
  "Nasser",
  "Holm",
  "Dobbs",
  "Corder",
  "Dahl",
  "Menon",
  "Aas",
];
const roles = [
  "the harbour master",
  "a teacher",
  "head of the council",
  "chair of the trust",
  "an engineer",
  "a resident",
];
const verbs = [
  "will rebuild",
  "never liked",
  "should measure",
  "cannot sell",
  "must repaint",
  "would rather keep",
  "once lost",
];
const ends = [
  "before the winter",
  "for the sake of the children",
  "whatever it costs",
  "without asking anybody",
  "in the open",
];

/** Numbers that look random and are the same in every run. */
function dice(seed: number): (sides: number) => number {
  let state = (seed * 2654435761) >>> 0 || 1;
  return (sides) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state % sides;
  };
}

const pick = <T>(roll: (sides: number) => number, list: readonly T[]): T => {
  const item = list[roll(list.length)];
  if (item === undefined) throw new Error("an empty list has nothing to pick");
  return item;
};

/** One story of about 600 words with 20 quotations by two or three people. */
function generateStory(number: number): string {
  const roll = dice(number + 1);
  const [place, thing] = [pick(roll, places), pick(roll, things)];
  const people = [0, 1, 2].map((index) => ({
    first: pick(roll, firsts),
    last: lasts[(roll(4) + index * 4) % lasts.length],
    role: pick(roll, roles),
  }));
  const utterance = () =>
    `We ${pick(roll, verbs)} the ${pick(roll, things)} of ${pick(roll, places)} ${pick(roll, ends)}, and that is point ${roll(1_000_000)}`;
  const lines = [
    `The ${thing} of ${place} ${pick(roll, deeds)}, number ${number}`,
    `${1 + roll(28)} March ${2000 + roll(26)}`,
    `The people of ${place} met on Monday to talk about the ${thing}, and stayed until the lamps were put out.`,
  ];
  for (let turn = 0; turn < 10; turn += 1) {
    const person = people[turn % people.length];
    if (person === undefined) continue;
    const name = turn < people.length ? `${person.first} ${person.last}, ${person.role}` : person.last;
    lines.push(`“${utterance()},” said ${name}. “${utterance()}.”`);
    lines.push(
      `The meeting then turned to the ${pick(roll, things)} of ${pick(roll, places)}, which nobody had expected to cost so much in so short a time.`,
    );
  }
  return `${lines.join("\n\n")}\n`;
}

/** Writes stories into a folder, a hundred a subfolder. */
export async function generateStories(folder: string, count: number): Promise<void> {
  for (let start = 0; start < count; start += 100) {
    const inside = join(folder, String(start / 100).padStart(4, "0"));
    await mkdir(inside, { recursive: true });
    const numbers = Array.from({ length: Math.min(100, count - start) }, (_, index) => start + index);
    await Promise.all(
      numbers.map((number) =>
        writeFile(join(inside, `${String(number).padStart(6, "0")}.txt`), generateStory(number)),
      ),
    );
  }
}
