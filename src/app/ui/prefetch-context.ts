import { createContext } from "react";

/** Fetches the code and the data of the view at an address. */
export const PrefetchContext = createContext<(address: string) => void>(() => undefined);
