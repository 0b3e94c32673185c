import { expect, test } from "vitest";
import { encodingFor } from "#server/cache/representation.ts";

/** RFC 9110, section 12.5.3. */
test.each([
  [undefined, "identity"],
  ["", "identity"],
  ["br", "br"],
  ["gzip, deflate, br, zstd", "br"],
  ["GZIP", "gzip"],
  ["gzip;q=1.0, br;q=0.5", "gzip"],
  ["br;q=0, gzip", "gzip"],
  ["br;q=0, *", "gzip"],
  ["br;q=0, gzip;q=0, *", "identity"],
  ["*", "br"],
  ["*;q=0.5, identity", "identity"],
  ["gzip;q=0", "identity"],
  ["identity;q=0, *", "br"],
  ["identity;q=0, gzip;q=0.1", "gzip"],
  ["identity, br;q=0.9", "identity"],
  ["zstd", "identity"],
  // Nothing that we have is acceptable: then it is sent as it is.
  ["identity;q=0", "identity"],
  ["*;q=0", "identity"],
])("Accept-Encoding %j gets %s", (header, encoding) => {
  expect(encodingFor(header)).toBe(encoding);
});
