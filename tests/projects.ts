import type { TestProjectInlineConfiguration } from "vitest/config";

/** The kinds of test, by what each needs around it: nothing, databases, a document, the built site with a browser. */
export const projects: TestProjectInlineConfiguration[] = [
  {
    extends: true,
    test: {
      name: "units",
      include: ["tests/{model,text,attribution,cases,newsroom,build,cli,samples,house,tools}/**/*.test.ts"],
      environment: "node",
      testTimeout: 60_000,
    },
  },
  {
    extends: true,
    test: {
      name: "stores",
      include: ["tests/{store,server}/**/*.test.ts"],
      environment: "node",
      globalSetup: ["tests/support/start-postgres.ts"],
      testTimeout: 60_000,
    },
  },
  {
    extends: true,
    test: {
      name: "components",
      include: ["tests/app/**/*.test.{ts,tsx}"],
      environment: "jsdom",
      setupFiles: ["tests/support/components.ts"],
      testTimeout: 30_000,
      expect: { poll: { timeout: 15_000 } },
    },
  },
  {
    extends: true,
    test: {
      name: "e2e",
      include: ["tests/e2e/**/*.spec.ts"],
      environment: "node",
      globalSetup: ["tests/support/build-site.ts"],
      testTimeout: 120_000,
      hookTimeout: 120_000,
      expect: { poll: { timeout: 20_000 } },
    },
  },
];
