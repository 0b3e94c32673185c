const POLICE = ["officer"];

/** What somebody with a title before their name may be called later: “PC Duckett … the officer”. */
const CALLED: Readonly<Record<string, readonly string[]>> = {
  pc: [...POLICE, "constable"],
  constable: POLICE,
  sgt: [...POLICE, "sergeant"],
  sergeant: POLICE,
  det: [...POLICE, "detective"],
  detective: POLICE,
  insp: [...POLICE, "inspector"],
  inspector: POLICE,
  supt: [...POLICE, "superintendent"],
  superintendent: POLICE,
  lt: ["lieutenant"],
  capt: ["captain"],
  dr: ["doctor"],
  rev: ["vicar", "priest", "minister"],
  prof: ["professor"],
  sen: ["senator"],
  rep: ["representative", "congressman", "congresswoman", "lawmaker"],
  cllr: ["councillor"],
  lord: ["peer"],
  lady: ["peer"],
  baroness: ["peer"],
};

/** The role nouns that a title stands for besides itself. */
export function calledFor(title: string): readonly string[] {
  return title.split(/[\s.]+/).flatMap((word) => CALLED[word.toLowerCase()] ?? []);
}
