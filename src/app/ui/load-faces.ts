import { beforeFirstWords } from "./first-words.ts";

/** A face of the first view: its family, and the address of its file. */
export type Face = readonly [family: string, address: string];

/** How long a document may have been on its way, in milliseconds, for its faces to be worth a wait. */
const near = 100;

/** Where a device remembers which faces it has, so that the next page need not wait for the line. */
const storageKey = "verbatim:faces";

let shown = false;
/** Faces that came after the first paint, for the next view. */
const late: FontFace[] = [];

/**
 * Puts in the faces that are here before the first paint; a later one is kept
 * for the next view. CSS alone can only choose between holding the words back
 * for a face and moving them when it comes.
 *
 * Chrome holds the first paint back for up to a tenth of a second while a
 * `FontFace` loads. From a near server, or from the device, the face comes
 * within it. From a far one the words would wait for nothing, and the story's
 * picture would share the line with what cannot be used yet: there it is
 * fetched when all else is.
 */
export function loadFaces(faces: readonly Face[]): void {
  window.navigation?.addEventListener("currententrychange", takeLate);
  const addresses = faces.map(([, address]) => address).join(" ");
  const load = () =>
    Promise.all(faces.map(loadFace)).then(
      () => remember(addresses),
      () => undefined,
    );
  if (performance.now() < near || remembered() === addresses) {
    // The first frame with words on it settles what they are set in.
    beforeFirstWords(() => {
      shown = true;
    });
    void load();
  } else {
    shown = true;
    addEventListener("load", load);
  }
}

async function loadFace([family, address]: Face): Promise<void> {
  const face = await new FontFace(family, `url(${address})`, { weight: "400 700" }).load();
  if (shown) late.push(face);
  else put(face);
}

function remembered(): string | null {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    return null;
  }
}

function remember(addresses: string): void {
  try {
    localStorage.setItem(storageKey, addresses);
  } catch {
    // Storage is closed or full: the next page asks the line again.
  }
}

/** Another view is about to be drawn: nothing of this one is left to be moved, unless only its place changed. */
function takeLate({ from }: NavigationCurrentEntryChangeEvent): void {
  if (from.url !== null && new URL(from.url).pathname === location.pathname) return;
  for (const face of late.splice(0)) put(face);
}

/** The styles name the faces when there is one. */
function put(face: FontFace): void {
  document.fonts.add(face);
  document.documentElement.dataset.faces = "";
}
