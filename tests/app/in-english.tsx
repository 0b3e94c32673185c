import type { ReactNode } from "react";
import { LanguageProvider } from "#app/words/LanguageProvider.tsx";

/** What every component of the reader stands in: testing-library's `wrapper`. */
export const InEnglish = ({ children }: { readonly children: ReactNode }) => (
  <LanguageProvider initial="en">{children}</LanguageProvider>
);
