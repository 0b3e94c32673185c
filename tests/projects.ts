import type { TestProjectInlineConfiguration } from "vitest/config";

/**
 * The kinds of test, by what each needs around it: nothing, databases, a document, the built site with a browser.
 * Only what stands in a document is isolated from other files: modules loaded once a worker save the others a
 * fifth of their processor.
 */
export const projects: TestProjectInlineConfiguration[] = [
  {
    extends: true,
    test: {
      name: "units",
      isolate: false,
      include: ["tests/{model,text,attribution,cases,newsroom,build,cli,samples,house,tools}/**/*.test.ts"],
      environment: "node",
      testTimeout: 120_000,
      hookTimeout: 120_000,
    },
  },
  {
    extends: true,
    test: {
      name: "stores",
      isolate: false,
      include: ["tests/{store,server}/**/*.test.ts"],
      environment: "node",
      globalSetup: ["tests/support/start-postgres.ts"],
      testTimeout: 120_000,
      hookTimeout: 120_000,
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
      isolate: false,
      include: ["tests/e2e/**/*.spec.ts"],
      environment: "node",
      globalSetup: ["tests/support/build-site.ts"],
      testTimeout: 120_000,
      hookTimeout: 120_000,
      expect: { poll: { timeout: 20_000 } },
    },
  },
];
