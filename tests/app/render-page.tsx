import { render } from "@testing-library/react";
import axe from "axe-core";
import { MemoryRouter } from "react-router";
import { App } from "#app/App.tsx";
import { seedQueries } from "#app/seed-queries.ts";
import type { Page } from "#model/page.ts";

/** Draws the whole app at an address, as it is once the server's page is hydrated. */
export function renderPage(page: Page, path: string) {
  const client = seedQueries(page);
  const view = render(
    <MemoryRouter initialEntries={[path]}>
      <App client={client} language="en" page={page} pathname={path} />
    </MemoryRouter>,
  );
  return { ...view, client };
}

/** What axe finds wrong, by rule; colours are computed in a test of their own. */
export async function flaws(element: Element): Promise<readonly string[]> {
  const { violations } = await axe.run(element, { rules: { "color-contrast": { enabled: false } } });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}
