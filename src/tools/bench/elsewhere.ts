import { createServer } from "node:http";

/** A page of another site, as a reader comes from. */
export interface Elsewhere {
  /** The address of a page there with a link to `url`, whose words are the address. */
  readonly linking: (url: string) => string;
  readonly close: () => void;
}

/** Loopback for browsers, and another site than both `localhost` and `127.0.0.1`. */
const host = "elsewhere.localhost";

/** Serves pages that hold nothing but a link. */
export async function serveElsewhere(): Promise<Elsewhere> {
  const server = createServer((request, response) => {
    const to = new URL(request.url ?? "/", `http://${host}`).searchParams.get("to") ?? "";
    response.writeHead(200, { "content-type": "text/html" });
    response.end(`<!doctype html><title>Elsewhere</title><a href="${to}">${to}</a>`);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no address to serve the link from");
  return {
    linking: (url) => `http://${host}:${address.port}/?to=${encodeURIComponent(url)}`,
    close: () => server.close(),
  };
}
