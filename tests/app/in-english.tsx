import type { ReactNode } from "react";
import { LanguageProvider } from "#app/words/LanguageProvider.tsx";
import { localeIn } from "#app/words/locales.ts";

const english = await localeIn("en");

/** What every component of the reader stands in: testing-library's `wrapper`. */
export const InEnglish = ({ children }: { readonly children: ReactNode }) => (
  <LanguageProvider drawn={english}>{children}</LanguageProvider>
);
