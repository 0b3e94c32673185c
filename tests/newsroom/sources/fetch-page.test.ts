import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, test } from "vitest";
import { type FetchCaps, openFetcher } from "#newsroom/sources/fetch-page.ts";
import { isPublicAddress } from "#newsroom/sources/guarded-agent.ts";
import { Unreadable } from "#newsroom/unreadable.ts";

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function serve(listener: RequestListener): Promise<string> {
  const server: Server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closing.push(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function fetcher(allowPrivate: boolean, caps?: FetchCaps) {
  const allows = allowPrivate ? () => true : isPublicAddress;
  const opened = openFetcher(caps === undefined ? { allows } : { allows, caps });
  closing.push(opened.close);
  return (url: string) => opened.fetchPage(url, "text/html");
}

const reasonOf = async (fetched: Promise<unknown>): Promise<string> => {
  const error = await fetched.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(Unreadable);
  return error instanceof Unreadable ? error.message : "";
};

describe("every way in is refused with one clear line", () => {
  test.each([
    ["loopback", "http://127.0.0.1/"],
    ["all of loopback", "http://127.8.9.10/"],
    ["the name localhost", "http://localhost/"],
    ["nothing, which is this machine", "http://0.0.0.0/"],
    ["a decimal address", "http://2130706433/"],
    ["a hexadecimal address", "http://0x7f000001/"],
    ["an octal address", "http://0177.0.0.1/"],
    ["a short address", "http://127.1/"],
    ["full-width digits", "http://１２７.０.０.１/"],
    ["a dot of another script", "http://127。0。0。1/"],
    ["private: 10", "http://10.0.0.1/"],
    ["private: 172.16", "http://172.16.0.1/"],
    ["private: 192.168", "http://192.168.1.1/"],
    ["carrier-grade NAT", "http://100.64.0.1/"],
    ["link-local, where clouds keep their secrets", "http://169.254.169.254/latest/meta-data/"],
    ["multicast", "http://224.0.0.1/"],
    ["broadcast", "http://255.255.255.255/"],
    ["benchmarking", "http://198.18.0.1/"],
    ["IPv6 loopback", "http://[::1]/"],
    ["IPv6 unspecified", "http://[::]/"],
    ["IPv6 link-local", "http://[fe80::1]/"],
    ["IPv6 unique local", "http://[fd00::1]/"],
    ["IPv4 mapped into IPv6", "http://[::ffff:127.0.0.1]/"],
    ["IPv4 mapped, in hexadecimal", "http://[::ffff:7f00:1]/"],
    ["IPv4 compatible, as IPv6 once had it", "http://[::7f00:1]/"],
    ["IPv4 translated", "http://[::ffff:0:127.0.0.1]/"],
    ["IPv4 through Teredo", "http://[2001:0:4136:e378:8000:63bf:80ff:fffe]/"],
    ["IPv6 site-local", "http://[fec0::1]/"],
    ["IPv6 documentation", "http://[2001:db8::1]/"],
    ["this network", "http://0.1.2.3/"],
    ["kept for the future", "http://240.0.0.1/"],
    ["IPv4 through NAT64", "http://[64:ff9b::7f00:1]/"],
    ["IPv4 through 6to4", "http://[2002:7f00:1::]/"],
  ])("%s: %s", async (_, url) => {
    const reason = await reasonOf(fetcher(false)(url));
    expect(reason).toMatch(/^leads to \S+, which is not a public address/);
    expect(reason).not.toContain("\n");
  });

  test.each([
    ["a file", "file:///etc/passwd"],
    ["another protocol", "ftp://example.com/"],
    ["data", "data:text/html,<p>hello"],
  ])("%s: %s", async (_, url) => {
    expect(await reasonOf(fetcher(true)(url))).toMatch(/^leads to a \w+: address$/);
  });

  test("a password in the address", async () => {
    expect(await reasonOf(fetcher(true)("http://me:secret@example.com/"))).not.toContain("secret");
  });

  test("public addresses are none of these", () => {
    expect(
      ["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946", "[2606:2800::1]"].map(isPublicAddress),
    ).toEqual([true, true, true]);
  });
});

describe("redirects", () => {
  test("are followed, and the last address is told", async () => {
    const site = await serve((request, response) => {
      if (request.url === "/new")
        response.setHeader("content-type", "text/html; charset=ISO-8859-1").end("hello");
      else response.writeHead(301, { location: "/new" }).end();
    });
    const page = await fetcher(true)(`${site}/old`);
    expect(page).toMatchObject({ url: `${site}/new`, type: "text/html", charset: "iso-8859-1" });
  });

  test("to an address inside are refused, though the first was allowed", async () => {
    const site = await serve((_, response) => {
      response.writeHead(302, { location: site.replace("127.0.0.1", "127.0.0.2") }).end();
    });
    const { fetchPage, close } = openFetcher({ allows: (address) => address === "127.0.0.1" });
    closing.push(close);
    expect(await reasonOf(fetchPage(site, "text/html"))).toMatch(/^leads to 127\.0\.0\.2, /);
  });

  test("to another protocol are refused", async () => {
    const site = await serve((_, response) =>
      response.writeHead(302, { location: "file:///etc/passwd" }).end(),
    );
    expect(await reasonOf(fetcher(true)(site))).toBe("leads to a file: address");
  });

  test("in a circle end at the cap", async () => {
    const site = await serve((_, response) => response.writeHead(302, { location: "/again" }).end());
    expect(await reasonOf(fetcher(true)(site))).toBe("is redirected more than 5 times");
  });
});

describe("caps", () => {
  const caps: FetchCaps = { bytes: 2_000_000, time: 1_500, redirects: 2 };

  test("a response of a gigabyte stops at the cap", async () => {
    const chunk = Buffer.alloc(1_000_000, "a");
    let sent = 0;
    const site = await serve((_, response) => {
      response.setHeader("content-length", "1000000000");
      const pump = () => {
        while (sent < 1_000_000_000 && !response.destroyed) {
          sent += chunk.length;
          if (!response.write(chunk)) {
            response.once("drain", pump);
            return;
          }
        }
      };
      pump();
    });
    expect(await reasonOf(fetcher(true, caps)(site))).toBe("is larger than 2 MB");
    expect(sent).toBeLessThan(100_000_000);
  });

  test("so does one that is small until it is unpacked", async () => {
    const packed = gzipSync(Buffer.alloc(50_000_000));
    const site = await serve((_, response) => response.setHeader("content-encoding", "gzip").end(packed));
    expect(await reasonOf(fetcher(true, caps)(site))).toBe("is larger than 2 MB");
  });

  test("a response that never ends stops at the time", async () => {
    const site = await serve((_, response) => {
      const drip = setInterval(() => response.write("<p>and on"), 20);
      response.on("close", () => clearInterval(drip));
    });
    expect(await reasonOf(fetcher(true, caps)(site))).toBe("took longer than 1.5 s");
  });

  test("so does a server that says nothing", async () => {
    const site = await serve(() => {});
    expect(await reasonOf(fetcher(true, caps)(site))).toBe("took longer than 1.5 s");
  });

  test("an answer that is no page is told by its status", async () => {
    const site = await serve((_, response) => response.writeHead(404).end());
    expect(await reasonOf(fetcher(true)(site))).toBe("answered 404 Not Found");
  });
});
