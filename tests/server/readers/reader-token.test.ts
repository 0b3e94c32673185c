import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { newReader, readerOfKey, readToken, signToken, tokenLifetime } from "#server/readers/reader-token.ts";

const secret = "a secret of sufficient length";
const now = 1_800_000_000;
const reader = newReader();
const good = signToken(reader, now, secret);
const [id = "", issued = "", mac = ""] = good.split(".");
const other = signToken(newReader(), now, secret);

describe("a reader's token", () => {
  test("is read back as who it was made for", () => {
    expect(readToken(good, [secret], now)).toEqual({ reader, issued: now, current: true });
  });

  test("is accepted under an older secret, and says so", () => {
    expect(readToken(good, ["a new one", secret], now)).toEqual({ reader, issued: now, current: false });
  });

  test.each([
    ["forged with another secret", signToken(reader, now, "guess")],
    ["transplanted onto another reader", `${other.split(".")[0]}.${issued}.${mac}`],
    ["given another date", `${id}.${(now - 1).toString(36)}.${mac}`],
    ["truncated in its signature", good.slice(0, -1)],
    ["truncated to its reader", id],
    ["without a signature", `${id}.${issued}.`],
    ["with a signature of nothing", `${id}.${issued}.${"A".repeat(43)}`],
    ["with a second spelling of the same signature", `${good.slice(0, -1)}${respelled(good.at(-1) ?? "")}`],
    ["with something after it", `${good}.`],
    ["with a line after it", `${good}\n`],
    ["in capitals", good.toUpperCase()],
    ["empty", ""],
    ["enormous", good.repeat(10_000)],
    ["expired", signToken(reader, now - tokenLifetime, secret)],
    ["from the future", signToken(reader, now + 2 * 86_400, secret)],
  ])("is refused when %s", (_how, token) => {
    expect(readToken(token, [secret], now)).toBeNull();
  });

  test("is accepted after the clock was set back an hour", () => {
    expect(readToken(signToken(reader, now + 3_600, secret), [secret], now)?.reader).toBe(reader);
  });

  test("is refused when any one character of it is another", () => {
    fc.assert(
      fc.property(fc.nat(good.length - 1), fc.string({ minLength: 1, maxLength: 1 }), (at, character) => {
        fc.pre(good[at] !== character);
        const altered = good.slice(0, at) + character + good.slice(at + 1);
        expect(readToken(altered, [secret], now)).toBeNull();
      }),
    );
  });

  test("names the reader of a key the same everywhere, and two keys as two", () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), (one, two) => {
        expect(readerOfKey(one)).toBe(readerOfKey(one.toUpperCase()));
        expect(readerOfKey(one) === readerOfKey(two)).toBe(one === two);
        expect(readToken(signToken(readerOfKey(one), now, secret), [secret], now)?.reader).toBe(
          readerOfKey(one),
        );
      }),
    );
  });
});

/** The next character of the alphabet: base64url's last one of 32 bytes has two bits that say nothing. */
function respelled(character: string): string {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  return alphabet[alphabet.indexOf(character) ^ 1] ?? "A";
}
