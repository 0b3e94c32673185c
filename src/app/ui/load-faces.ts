/** A face of the first view: its family, and the address of its file. */
export type Face = readonly [family: string, address: string];

/** How long a document may have been on its way, in milliseconds, for its faces to be worth a wait. */
const near = 200;

let shown = false;

/** Called before each frame is drawn: the first one with words on it settles what they are set in. */
function beforeFrame(): void {
  shown = document.querySelector("h1") !== null;
  if (!shown) requestAnimationFrame(beforeFrame);
}

/**
 * Puts in the faces that are here before the first paint; a later one is kept
 * for the next page. CSS alone can only choose between holding the words back
 * for a face and moving them when it comes.
 *
 * Chrome holds the first paint back for up to a tenth of a second while a
 * `FontFace` loads. From a near server the face comes within it; from a far
 * one the words would wait for nothing, and so it is fetched as plain bytes,
 * for which nobody waits.
 */
export function loadFaces(faces: readonly Face[]): void {
  requestAnimationFrame(beforeFrame);
  const load = performance.now() < near ? loadFace : fetchFace;
  for (const face of faces)
    load(face).then(
      (loaded) => {
        if (!shown) document.fonts.add(loaded);
      },
      () => undefined,
    );
}

const weights = { weight: "400 700" };

const loadFace = ([family, address]: Face): Promise<FontFace> =>
  new FontFace(family, `url(${address})`, weights).load();

async function fetchFace([family, address]: Face): Promise<FontFace> {
  const answer = await fetch(address, { priority: "low" });
  return new FontFace(family, await answer.arrayBuffer(), weights);
}
