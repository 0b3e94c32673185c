import { render } from "@testing-library/react";
import axe from "axe-core";
import { MemoryRouter } from "react-router";
import { App } from "#app/App.tsx";
import { seedQueries } from "#app/page/seed-queries.ts";
import { localeIn } from "#app/words/locales.ts";
import type { Page } from "#model/page.ts";

const english = await localeIn("en");

/** Draws the whole app at an address, as it is after the server's page was taken over. */
export function renderPage(page: Page, path: string) {
  const met = page.view === "problem" ? { path, problem: page.problem } : null;
  const client = seedQueries(page);
  const view = render(
    <MemoryRouter initialEntries={[path]}>
      <App client={client} locale={english} met={met} />
    </MemoryRouter>,
  );
  return { ...view, client };
}

/** What axe finds wrong, by rule; colours are computed in a test of their own. */
export async function flaws(element: Element): Promise<readonly string[]> {
  const { violations } = await axe.run(element, { rules: { "color-contrast": { enabled: false } } });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}
