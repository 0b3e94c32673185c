import { values } from "#attribution/ranking/features.ts";
import type { Story } from "#attribution/story.ts";
import { itemAt } from "#attribution/tokens/token.ts";

/** What the words before a passage do with it, besides reporting: they perform it, speak of it as a word, write it up. */
export const NAMING = values("none", "performs", "speaks of", "holds", "writes");

const PERFORMS =
  /^(?:sang|sings?|sung|singing|performed|performs?|performing|played|plays|recited|recites|hummed|hums|whistled|recorded|staged|stages|screened|published|chanted|chants?|opens|joined)$/;
const SPEAKS =
  /^(?:speaks?|talks?|talked|spoken?|spoke|means?|meant|distinguish(?:es)?|defines?|considered|deemed|regarded|listed|registered|charged|pleaded)$/;
const OF = /^(?:of|about|by|as|from)$/;
const HOLDS =
  /^(?:board|gate|door|wall|window|slate|chalk|plate|banner|sign|screen|message|button|badge|tin|packet|shirt|cap|mat|doormat|bumper|label|poster|heading|sticker|tag|box|page|log)$/;
const WRITES =
  /^(?:painted|written|scrawled|sprayed|carved|embroidered|printed|stamped|marked|signs?|signed|headed|reads?|wears?|carries|carried|shows?|sells?|sold)$/;
/** So many words before the passage are looked at. */
const REACH = 7;

/**
 * How the words before a passage in its sentence name it.
 *
 * the choir sang “Haul the Moon”       performs
 * bakers speak of “bench flour”        speaks of
 * the gate still says “Bees at Work”   holds
 * somebody had painted over “Keep Out” writes
 */
export function namingBefore({ tokens }: Story, at: number): number {
  for (let back = at - 1; back > at - REACH; back--) {
    const token = itemAt(tokens, back);
    if (token?.kind !== "word" || token.sentence !== tokens[at]?.sentence) break;
    const { lower } = token;
    if (PERFORMS.test(lower)) return NAMING.performs;
    if (SPEAKS.test(lower) && (back === at - 1 || back === at - 2 || OF.test(tokens[back + 1]?.lower ?? "")))
      return NAMING["speaks of"];
    if (HOLDS.test(lower)) return NAMING.holds;
    if (WRITES.test(lower)) return NAMING.writes;
  }
  return NAMING.none;
}
