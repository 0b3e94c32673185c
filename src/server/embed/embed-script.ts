/**
 * What runs in an embed. WordPress shows frames of other sites in
 * `sandbox="allow-scripts"`, where no link may open anything, and sets a secret
 * into the address: whoever knows it tells by message how high the document is
 * and which link was followed, and the page around does the rest. In any other
 * frame, whose height is what it is, the text is set smaller until it fits.
 *
 * @see https://make.wordpress.org/core/2015/10/28/new-embeds-feature-in-wordpress-4-4/
 */
export const embedScript = `(() => {
  if (parent === window) return;
  const page = document.documentElement;
  const secret = /secret=([a-zA-Z0-9]+)/.exec(location.hash)?.[1];
  const tell = (message, value) => parent.postMessage({ message, value, secret }, "*");
  const fit = (room) => {
    for (let size = 100; size > 60 && page.scrollHeight > room; size -= 4) page.style.fontSize = size + "%";
  };
  // WordPress gives a frame 1000 pixels at most.
  const highest = 1000;
  const measure = () => {
    page.style.fontSize = "";
    if (secret === undefined) return fit(innerHeight);
    fit(highest);
    tell("height", Math.ceil(document.body.getBoundingClientRect().height));
  };
  let width = 0;
  const resized = () => {
    if (secret !== undefined && innerWidth === width) return;
    width = innerWidth;
    measure();
  };
  addEventListener("resize", resized);
  addEventListener("load", measure);
  resized();
  if (secret === undefined) return;
  addEventListener("message", ({ source, data }) => {
    if (source === parent && data?.secret === secret && data.message === "ready") measure();
  });
  addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href]");
    if (!link || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    tell("link", link.href);
  });
})();`;
