import type { Telling } from "#tools/support/tell.ts";

/** A story, what was done to it, and what its links must say afterwards. */
export interface Truth {
  readonly name: string;
  /** One telling a revision. */
  readonly tellings: readonly Telling[];
  /** For wordings (`words`, or `words#2` for a repeat): a state, or `=> words` for edited with that successor. */
  readonly links: Readonly<Record<string, string>>;
}

const truth = (name: string, tellings: readonly Telling[], links: Truth["links"]): Truth => ({
  name,
  tellings,
  links,
});

/** One quotation by one speaker, changed once. */
const edit = (name: string, old: string, next: string, link: string): Truth =>
  truth(name, [[`Ana Ruiz: ${old}`], [`Ana Ruiz: ${next}`]], { [old]: link });

/** The same words by two names. */
const rename = (name: string, old: string, next: string, link: string): Truth =>
  truth(name, [[`${old}: We keep the ferry.`], [`${next}: We keep the ferry.`]], {
    "We keep the ferry.": link,
  });

const ferry = "The ferry will run all winter, whatever it costs us.";
const pier = "The pier was never safe, and everybody on the council knew.";

export const truths: readonly Truth[] = [
  // Typography
  edit("nothing changes", ferry, ferry, "verbatim"),
  edit("an apostrophe is curled", "We won't sell.", "We won’t sell.", "retypeset"),
  edit("inner marks change sides", "He said “never,” twice.", "He said ‘never’, twice.", "retypeset"),
  edit("a spaced dash becomes an em dash", "It is late - too late.", "It is late—too late.", "retypeset"),
  edit("a double hyphen becomes a dash", "It is late -- too late.", "It is late – too late.", "retypeset"),
  edit("dots become an ellipsis", "I thought... never mind.", "I thought… never mind.", "retypeset"),
  edit("the last comma becomes a full stop", "We keep the ferry,", "We keep the ferry.", "retypeset"),
  edit("the last full stop goes", "We keep the ferry.", "We keep the ferry", "retypeset"),
  edit("a space becomes a thin one", "It cost 10 000 crowns.", "It cost 10\u202f000 crowns.", "retypeset"),
  edit("two paragraphs are joined", "It was dark.\nWe swam.", "It was dark. We swam.", "retypeset"),
  edit(
    "French marks get their spaces",
    "Il a dit «non» hier.",
    "Il a dit «\u00a0non\u00a0» hier.",
    "retypeset",
  ),
  edit("accents are encoded otherwise", "Le café ferme.", "Le cafe\u0301 ferme.", "retypeset"),

  // Meaning, however small the change
  edit(
    "nobody becomes somebody",
    "Nobody was on board.",
    "Somebody was on board.",
    "=> Somebody was on board.",
  ),
  edit(
    "a negation goes",
    "We won't close the school.",
    "We will close the school.",
    "=> We will close the school.",
  ),
  edit("an apostrophe goes", "We'll all be there.", "Well all be there.", "=> Well all be there."),
  edit(
    "digits swap",
    "There were 14 cows in it.",
    "There were 41 cows in it.",
    "=> There were 41 cows in it.",
  ),
  edit("feet become inches", "The wave was 6' tall.", 'The wave was 6" tall.', '=> The wave was 6" tall.'),
  edit("a word gets a capital", "We trust the church.", "We trust the Church.", "=> We trust the Church."),
  edit("a question becomes a statement", "It is over?", "It is over.", "=> It is over."),
  edit("a comma goes", "Stop, thief.", "Stop thief.", "=> Stop thief."),
  edit("a hyphen goes", "They re-sent the letter.", "They resent the letter.", "=> They resent the letter."),
  edit(
    "marks of distance go",
    "My “friend” left early.",
    "My friend left early.",
    "=> My friend left early.",
  ),
  edit("a typo is mended", "The ferrry runs again.", "The ferry runs again.", "=> The ferry runs again."),
  edit("an accent goes", "We eat pâté on Sundays.", "We eat pate on Sundays.", "=> We eat pate on Sundays."),
  edit("one word, another word", "Nobody.", "Somebody.", "removed"),
  edit("yes becomes no", "Yes", "No", "removed"),

  // How much is kept
  edit(
    "half of the words stay",
    "red blue green gold pink grey",
    "red blue green one two three",
    "=> red blue green one two three",
  ),
  edit("less than half of the words stay", "red blue green gold pink", "red blue one two three", "removed"),
  edit("the same words in another order", "one two three four five", "five four three two one", "removed"),
  edit(
    "a clause is added",
    "We keep the ferry.",
    "We keep the ferry, and we paint it.",
    "=> We keep the ferry, and we paint it.",
  ),
  edit(
    "a clause is cut",
    "We keep the ferry, and we paint it.",
    "We keep the ferry.",
    "=> We keep the ferry.",
  ),
  edit(
    "a fragment becomes the whole sentence",
    "very proud",
    "I am very proud of all of them tonight.",
    "=> I am very proud of all of them tonight.",
  ),
  edit(
    "small words found again in a long answer",
    "It is what it is.",
    "I think it became clear in March what the council wants, and it hurts that nobody there is sorry.",
    "removed",
  ),
  edit("a whole rewrite", ferry, "Ask the harbour master; I was asleep.", "removed"),
  truth(
    "everything is rewritten",
    [
      [`Ana Ruiz: ${ferry}`, `Ben Oduya: ${pier}`],
      ["Ana Ruiz: Ask me tomorrow.", "Ben Oduya: I was abroad."],
    ],
    {
      [ferry]: "removed",
      [pier]: "removed",
    },
  ),
  truth("a quotation is deleted", [[`Ana Ruiz: ${ferry}`, `Ben Oduya: ${pier}`], [`Ben Oduya: ${pier}`]], {
    [ferry]: "removed",
    [pier]: "verbatim",
  }),
  truth("every quotation goes", [[`Ana Ruiz: ${ferry}`], []], { [ferry]: "removed" }),
  truth("a quotation is added", [[`Ana Ruiz: ${ferry}`], [`Ben Oduya: ${pier}`, `Ana Ruiz: ${ferry}`]], {
    [ferry]: "verbatim",
    [pier]: "verbatim",
  }),

  // Who speaks
  rename("another speaker", "Ana Ruiz", "Ben Oduya", "reattributed"),
  rename("the speaker is no longer named", "Ana Ruiz", "?", "reattributed"),
  rename("a speaker is found for what was nobody's", "?", "Ana Ruiz", "reattributed"),
  rename("a surname becomes the full name", "Ruiz", "Ana Ruiz", "verbatim"),
  rename("the full name becomes a surname", "Ana Ruiz", "Ruiz", "verbatim"),
  rename("an initial is spelled out", "A. Ruiz", "Ana Ruiz", "verbatim"),
  rename("a second surname is added", "Ana Ruiz", "Ana Ruiz de la Cruz", "verbatim"),
  rename("a title is added", "Ana Ruiz", "Dr Ana Ruiz", "verbatim"),
  rename("the title changes", "Councillor Ana Ruiz", "Mayor Ana Ruiz", "verbatim"),
  rename("the role changes", "Ana Ruiz, harbour master", "Ana Ruiz, mayor", "verbatim"),
  rename("an accent is added", "Ana Ruiz", "Ana Ruíz", "verbatim"),
  rename("capitals of a transcript go", "ANA RUIZ", "Ana Ruiz", "verbatim"),
  rename(
    "an organization is spelled out",
    "[RSPB]",
    "[Royal Society for the Protection of Birds]",
    "verbatim",
  ),
  rename("an organization gets its place", "[Police]", "[Kent Police]", "verbatim"),
  rename("a ministry is named in full", "[The Ministry]", "[Ministry of Fisheries]", "verbatim"),
  rename("an office holder gets a name", "the harbour master", "Ana Ruiz, harbour master", "verbatim"),
  rename("the first name differs", "Ana Ruiz", "Eva Ruiz", "reattributed"),
  rename("Mr is not Mrs", "Mr Ruiz", "Mrs Ruiz", "reattributed"),
  rename("senior is not junior", "Leo Marsh Sr", "Leo Marsh Jr", "reattributed"),
  rename("the police are not their union", "[Kent Police]", "[Kent Police Federation]", "reattributed"),
  rename("a mother is not her son", "Leo Marsh", "mother of Leo Marsh", "reattributed"),
  rename("a company is not its founder", "Marsh", "[Marsh Shipping]", "reattributed"),
  truth(
    "a surname that fits two people is refused",
    [["Marsh: We keep the ferry."], ["Leo Marsh: We keep the ferry.", "Ida Marsh: We keep the pier."]],
    { "We keep the ferry.": "verbatim" },
  ),
  truth(
    "a surname goes to the one who keeps its words",
    [
      [`Marsh: ${ferry}`, "Marsh: I am glad.", "Marsh: It was dark."],
      [`Leo Marsh: ${ferry}`, "Leo Marsh: I am glad.", "Ida Marsh: It was dark."],
    ],
    { [ferry]: "verbatim", "I am glad.": "verbatim", "It was dark.": "reattributed" },
  ),
  truth(
    "a surname whose words are shared out evenly is neither's",
    [
      [`Marsh: ${ferry}`, "Marsh: I am glad."],
      [`Leo Marsh: ${ferry}`, "Ida Marsh: I am glad."],
    ],
    { [ferry]: "reattributed", "I am glad.": "reattributed" },
  ),
  truth(
    "words and speaker change at once",
    [[`Ana Ruiz: ${ferry}`], ["Ben Oduya: The ferry will run all summer, whatever it costs us."]],
    {
      [ferry]: "removed",
    },
  ),
  truth(
    "a look-alike of another speaker stays another's",
    [
      [`Ana Ruiz: ${ferry}`, "Ben Oduya: The ferry will run all winter, whatever it costs them."],
      ["Ben Oduya: The ferry will run all winter, whatever it costs them."],
    ],
    {
      [ferry]: "removed",
    },
  ),
  truth(
    "two speakers swap their words",
    [
      ["Ana Ruiz: I stay.", "Ben Oduya: I leave."],
      ["Ben Oduya: I stay.", "Ana Ruiz: I leave."],
    ],
    {
      "I stay.": "reattributed",
      "I leave.": "reattributed",
    },
  ),
  truth(
    "words and a fuller name change at once",
    [[`Ruiz: ${ferry}`], ["Ana Ruiz: The ferry will run all summer, whatever it costs us."]],
    {
      [ferry]: "=> The ferry will run all summer, whatever it costs us.",
    },
  ),

  // Place and ambiguity
  truth(
    "two quotations change places",
    [
      [`Ana Ruiz: ${ferry}`, `Ben Oduya: ${pier}`],
      [`Ben Oduya: ${pier}`, `Ana Ruiz: ${ferry}`],
    ],
    {
      [ferry]: "verbatim",
      [pier]: "verbatim",
    },
  ),
  truth(
    "a quotation is moved and changed",
    [
      [`Ana Ruiz: ${ferry}`, `Ben Oduya: ${pier}`],
      [`Ben Oduya: ${pier}`, "Ana Ruiz: The ferry will run all year, whatever it costs us."],
    ],
    {
      [ferry]: "=> The ferry will run all year, whatever it costs us.",
    },
  ),
  truth(
    "two successors are equally likely",
    [
      ["Ana Ruiz: We will build homes in Leeds."],
      ["Ana Ruiz: We will build homes in York.", "Ana Ruiz: We will build homes in Hull."],
    ],
    {
      "We will build homes in Leeds.": "removed",
    },
  ),
  truth(
    "one of two likely successors is clearly ahead",
    [
      ["Ana Ruiz: We will build homes in Leeds."],
      [
        "Ana Ruiz: We will build homes in York.",
        "Ana Ruiz: We will build nothing of the kind, homes or no homes.",
      ],
    ],
    {
      "We will build homes in Leeds.": "=> We will build homes in York.",
    },
  ),
  truth(
    "the place tells two likely successors apart",
    [
      ["Ana Ruiz: No word on that today.", `Ben Oduya: ${pier}`],
      ["Ana Ruiz: No word on that now.", `Ben Oduya: ${pier}`, "Ana Ruiz: No word on that yet."],
    ],
    { "No word on that today.": "=> No word on that now." },
  ),
  truth(
    "look-alikes beside each other are edited in order",
    [
      ["Ana Ruiz: It will cost five million.", "Ana Ruiz: It will cost seven million."],
      ["Ana Ruiz: It will cost six million.", "Ana Ruiz: It will cost eight million."],
    ],
    {
      "It will cost five million.": "=> It will cost six million.",
      "It will cost seven million.": "=> It will cost eight million.",
    },
  ),
  truth(
    "one look-alike is edited, the other stays",
    [
      ["Ana Ruiz: It will cost five million.", "Ana Ruiz: It will cost seven million."],
      ["Ana Ruiz: It will cost six million.", "Ana Ruiz: It will cost seven million."],
    ],
    {
      "It will cost five million.": "=> It will cost six million.",
      "It will cost seven million.": "verbatim",
    },
  ),
  truth(
    "a look-alike that was always there is no successor",
    [
      ["Ana Ruiz: It will cost five million.", "Ana Ruiz: It will cost seven million."],
      ["Ana Ruiz: It will cost seven million."],
    ],
    { "It will cost five million.": "removed" },
  ),
  truth(
    "which of two look-alikes was edited cannot be told",
    [
      ["Ana Ruiz: It will cost five million.", "Ana Ruiz: It will cost seven million."],
      ["Ana Ruiz: It will cost eight million."],
    ],
    { "It will cost five million.": "removed", "It will cost seven million.": "removed" },
  ),

  // Splits and merges
  truth(
    "two quotations are merged",
    [
      ["Ana Ruiz: We keep the ferry.", "Ana Ruiz: We paint the pier."],
      ["Ana Ruiz: We keep the ferry. We paint the pier."],
    ],
    {
      "We keep the ferry.": "=> We keep the ferry. We paint the pier.",
      "We paint the pier.": "=> We keep the ferry. We paint the pier.",
    },
  ),
  truth(
    "a quotation is split and its longer piece is clear",
    [
      ["Ana Ruiz: We keep the ferry running all winter, and paint the pier."],
      ["Ana Ruiz: We keep the ferry running all winter,", "Ana Ruiz: and paint the pier."],
    ],
    {
      "We keep the ferry running all winter, and paint the pier.": "=> We keep the ferry running all winter,",
    },
  ),
  truth(
    "a quotation is split in even halves",
    [
      ["Ana Ruiz: We keep the ferry. We paint the pier."],
      ["Ana Ruiz: We keep the ferry.", "Ana Ruiz: We paint the pier."],
    ],
    { "We keep the ferry. We paint the pier.": "removed" },
  ),
  truth(
    "two speakers' words cannot be merged",
    [
      ["Ana Ruiz: We keep the ferry.", "Ben Oduya: We paint the pier."],
      ["Ana Ruiz: We keep the ferry. We paint the pier."],
    ],
    {
      "We keep the ferry.": "=> We keep the ferry. We paint the pier.",
      "We paint the pier.": "removed",
    },
  ),

  // Chains and reverts
  truth(
    "edited twice leads to the latest",
    [
      ["Ana Ruiz: We keep one old ferry."],
      ["Ana Ruiz: We keep one new ferry."],
      ["Ana Ruiz: We keep two new ferries."],
    ],
    {
      "We keep one old ferry.": "=> We keep two new ferries.",
      "We keep one new ferry.": "=> We keep two new ferries.",
    },
  ),
  truth(
    "changed and changed back",
    [["Ana Ruiz: We keep one ferry."], ["Ana Ruiz: We keep two ferries."], ["Ana Ruiz: We keep one ferry."]],
    {
      "We keep one ferry.": "verbatim",
      "We keep two ferries.": "=> We keep one ferry.",
    },
  ),
  truth(
    "changed back and forth",
    [
      ["Ana Ruiz: We keep one ferry."],
      ["Ana Ruiz: We keep two ferries."],
      ["Ana Ruiz: We keep one ferry."],
      ["Ana Ruiz: We keep two ferries."],
    ],
    {
      "We keep one ferry.": "=> We keep two ferries.",
      "We keep two ferries.": "verbatim",
    },
  ),
  truth("changed, then deleted", [["Ana Ruiz: We keep one ferry."], ["Ana Ruiz: We keep two ferries."], []], {
    "We keep one ferry.": "removed",
    "We keep two ferries.": "removed",
  }),
  truth("deleted and put back", [[`Ana Ruiz: ${ferry}`], [], [`Ana Ruiz: ${ferry}`]], {
    [ferry]: "verbatim",
  }),
  truth(
    "changed, deleted, and the change put back",
    [
      ["Ana Ruiz: We keep one ferry."],
      ["Ana Ruiz: We keep two ferries."],
      [],
      ["Ana Ruiz: We keep two ferries."],
    ],
    {
      "We keep one ferry.": "=> We keep two ferries.",
      "We keep two ferries.": "verbatim",
    },
  ),
  truth(
    "deleted and put back with a change",
    [["Ana Ruiz: We keep one old ferry."], [], ["Ana Ruiz: We keep one new ferry."]],
    {
      "We keep one old ferry.": "=> We keep one new ferry.",
    },
  ),
  truth(
    "given to another and given back",
    [[`Ana Ruiz: ${ferry}`], [`Ben Oduya: ${ferry}`], [`Ana Ruiz: ${ferry}`]],
    { [ferry]: "verbatim" },
  ),
  truth(
    "given to another, and later revisions say so still",
    [[`Ana Ruiz: ${ferry}`], [`Ben Oduya: ${ferry}`], [`Ben Oduya: ${ferry}`, `Ana Ruiz: ${pier}`]],
    { [ferry]: "reattributed" },
  ),
  truth(
    "given to another, whose name grows fuller",
    [[`Ana Ruiz: ${ferry}`], [`Oduya: ${ferry}`], [`Ben Oduya: ${ferry}`]],
    { [ferry]: "reattributed" },
  ),
  truth(
    "edited, then the edited words given to another",
    [
      ["Ana Ruiz: We keep one ferry."],
      ["Ana Ruiz: We keep two ferries."],
      ["Ben Oduya: We keep two ferries."],
    ],
    {
      "We keep one ferry.": "removed",
      "We keep two ferries.": "reattributed",
    },
  ),
  truth(
    "retypeset and set back",
    [["Ana Ruiz: We won't sell."], ["Ana Ruiz: We won’t sell."], ["Ana Ruiz: We won't sell."]],
    { "We won't sell.": "verbatim" },
  ),
  truth(
    "retypeset, and later revisions say so still",
    [
      ["Ana Ruiz: We won't sell."],
      ["Ana Ruiz: We won’t sell."],
      ["Ana Ruiz: We won’t sell.", `Ben Oduya: ${pier}`],
    ],
    { "We won't sell.": "retypeset" },
  ),
  truth(
    "drifts away over many small edits",
    [
      ["Ana Ruiz: one two three four"],
      ["Ana Ruiz: one two three nine"],
      ["Ana Ruiz: one two eight nine"],
      ["Ana Ruiz: one seven eight nine"],
      ["Ana Ruiz: six seven eight nine"],
    ],
    { "one two three four": "=> six seven eight nine", "one two eight nine": "=> six seven eight nine" },
  ),

  // Repeats
  truth("the first of two repeats goes", [["Ana Ruiz: No.", "Ben Oduya: No."], ["Ben Oduya: No."]], {
    "No.": "removed",
    "No.#2": "verbatim",
  }),
  truth("the second of two repeats goes", [["Ana Ruiz: No.", "Ben Oduya: No."], ["Ana Ruiz: No."]], {
    "No.": "verbatim",
    "No.#2": "removed",
  }),
  truth(
    "repeats change places",
    [
      ["Ana Ruiz: No.", "Ben Oduya: No."],
      ["Ben Oduya: No.", "Ana Ruiz: No."],
    ],
    { "No.": "verbatim", "No.#2": "verbatim" },
  ),
  truth(
    "a repeat of a third speaker comes first",
    [
      ["Ana Ruiz: No.", "Ben Oduya: No."],
      ["Cleo Vane: No.", "Ana Ruiz: No.", "Ben Oduya: No."],
    ],
    {
      "No.": "verbatim",
      "No.#2": "verbatim",
      "No.#3": "verbatim",
    },
  ),
  truth(
    "an ordinal that went is not given to another",
    [["Ana Ruiz: No.", "Ben Oduya: No."], ["Ana Ruiz: No."], ["Ana Ruiz: No.", "Cleo Vane: No."]],
    {
      "No.": "verbatim",
      "No.#2": "removed",
      "No.#3": "verbatim",
    },
  ),
  truth(
    "a repeat that went comes back under its ordinal",
    [["Ana Ruiz: No.", "Ben Oduya: No."], ["Ana Ruiz: No."], ["Ben Oduya: No.", "Ana Ruiz: No."]],
    { "No.": "verbatim", "No.#2": "verbatim" },
  ),
  truth(
    "one repeat is given to a third speaker",
    [
      ["Ana Ruiz: No.", "Ben Oduya: No."],
      ["Ana Ruiz: No.", "Cleo Vane: No."],
    ],
    { "No.": "verbatim", "No.#2": "reattributed" },
  ),
  truth(
    "a repeat given to one who had said it is gone",
    [
      ["Ana Ruiz: No.", "Ben Oduya: No."],
      ["Ben Oduya: No.", "Ben Oduya: No."],
    ],
    {
      "No.": "removed",
      "No.#2": "verbatim",
      "No.#3": "verbatim",
    },
  ),
  truth(
    "of one speaker's repeats the one at its place stays",
    [
      ["Ana Ruiz: No.", `Ben Oduya: ${pier}`, "Ana Ruiz: No."],
      [`Ben Oduya: ${pier}`, "Ana Ruiz: No."],
    ],
    { "No.": "removed", "No.#2": "verbatim" },
  ),
  truth(
    "one of two repeats is edited",
    [
      ["Ana Ruiz: We keep it.", `Ben Oduya: ${pier}`, "Ana Ruiz: We keep it."],
      ["Ana Ruiz: We sold it.", `Ben Oduya: ${pier}`, "Ana Ruiz: We keep it."],
    ],
    { "We keep it.": "=> We sold it.", "We keep it.#2": "verbatim" },
  ),
  truth(
    "both repeats are edited alike",
    [
      ["Ana Ruiz: We keep it.", "Ana Ruiz: We keep it."],
      ["Ana Ruiz: We sold it.", "Ana Ruiz: We sold it."],
    ],
    { "We keep it.": "=> We sold it.", "We keep it.#2": "=> We sold it.#2" },
  ),
  truth(
    "two repeats go and one comes back",
    [["Ana Ruiz: We keep it.", "Ana Ruiz: We keep it."], [], ["Ana Ruiz: We keep it."]],
    { "We keep it.": "verbatim", "We keep it.#2": "removed" },
  ),
  truth(
    "two repeats are edited and one is changed back",
    [
      ["Ana Ruiz: We keep it.", "Ana Ruiz: We keep it."],
      ["Ana Ruiz: We sold it.", "Ana Ruiz: We sold it."],
      ["Ana Ruiz: We keep it."],
    ],
    { "We keep it.": "verbatim", "We keep it.#2": "removed", "We sold it.": "=> We keep it." },
  ),
  truth(
    "words that nobody says any more return in another's mouth",
    [["Ana Ruiz: No."], [], ["Ben Oduya: No."]],
    { "No.": "reattributed" },
  ),
  truth("unnamed words are mended", [["?: The ferrry runs again."], ["?: The ferry runs again."]], {
    "The ferrry runs again.": "=> The ferry runs again.",
  }),

  // Other scripts
  edit(
    "Chinese words change",
    "我们不会关闭这所学校。",
    "我们将会关闭这所学校。",
    "=> 我们将会关闭这所学校。",
  ),
  edit(
    "Arabic words change",
    "لن نغلق المدرسة هذا العام",
    "سوف نغلق المدرسة هذا العام",
    "=> سوف نغلق المدرسة هذا العام",
  ),
  edit("an emoji changes", "Well done team 👍", "Well done team 👎", "=> Well done team 👎"),
];
