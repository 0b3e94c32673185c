import { expect, test } from "vitest";
import { ANTECEDENT_FEATURES } from "#attribution/coreference/antecedent-features.ts";
import { KIND_FEATURES } from "#attribution/kinds/kind-features.ts";
import { FeatureSpace, upTo, values } from "#attribution/ranking/features.ts";
import antecedents from "#attribution/ranking/weights/antecedents.json" with { type: "json" };
import kinds from "#attribution/ranking/weights/kinds.json" with { type: "json" };
import sources from "#attribution/ranking/weights/sources.json" with { type: "json" };
import { SOURCE_FEATURES } from "#attribution/sources/source-feature-space.ts";

test.each([
  ["sources", sources, SOURCE_FEATURES],
  ["antecedents", antecedents, ANTECEDENT_FEATURES],
  ["kinds", kinds, KIND_FEATURES.of("direct", "mixed")],
])(
  "every weight of the %s is of a feature that the engine has, and no two features share a name",
  (_, model, { names }) => {
    const known = new Set(names);
    expect(known.size).toBe(names.length);
    expect(Object.keys(model.weights).filter((name) => !known.has(name))).toEqual([]);
  },
);

test("a family numbers its features in the order of its parts' values", () => {
  const space = new FeatureSpace();
  space.family`first`;
  const pair = space.family`zone=${values("near", "far")} gap=${upTo(2)}`;
  expect(space.names).toEqual([
    "first",
    "zone=near gap=0",
    "zone=near gap=1",
    "zone=near gap=2",
    "zone=far gap=0",
    "zone=far gap=1",
    "zone=far gap=2",
  ]);
  expect(space.names[pair.at(1, 2)]).toBe("zone=far gap=2");
});
