/** Under which name the places are kept on the device. */
export const placesKey = "verbatim:places";
