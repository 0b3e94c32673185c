/**
 * Stories: browsers ask each time and mostly hear 304, so that a correction
 * shows at once; caches in between hold them for ten seconds, and for a day
 * while the site is down.
 */
export const storyCache = "public, max-age=0, s-maxage=10, stale-if-error=86400";
/**
 * A quotation's card under its revision's address, which never shows another
 * picture: but the story may be taken off, and a minute later no cache gives
 * its words any more.
 */
export const cardCache = "public, max-age=60, stale-if-error=86400";
/** What is one reader's alone. */
export const privateCache = "private, no-store";
/** Files whose name changes with their content. */
export const immutableCache = "public, max-age=31536000, immutable";
