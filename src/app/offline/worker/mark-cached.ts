/**
 * Says on a cached page itself that it is one, and since when, in an attribute
 * of its root: the page can tell the reader before its scripts run, and
 * although the browser believes to be online.
 */
export async function markCached(page: Response): Promise<Response> {
  const html = await page.text();
  const since = new Date(page.headers.get("date") ?? Date.now()).toISOString();
  const headers = new Headers(page.headers);
  // The text is no longer as long, nor packed, as these say.
  for (const name of ["content-encoding", "content-length", "etag"]) headers.delete(name);
  return new Response(html.replace("<html", `<html data-cached="${since}"`), {
    status: page.status,
    headers,
  });
}
