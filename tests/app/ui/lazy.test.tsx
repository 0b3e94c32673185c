import { render, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { Optional } from "#app/ui/ErrorBoundary.tsx";
import { lazyWithPreload } from "#app/ui/lazy.ts";

/** A part whose code is asked for in vain until `comes` is set. */
function partOf() {
  const network = { comes: false, asked: 0 };
  const Part = lazyWithPreload(async () => {
    network.asked += 1;
    await Promise.resolve();
    if (!network.comes) throw new Error("did not come");
    return () => <p>Here it is.</p>;
  });
  const draw = (onError: () => void) =>
    render(
      <Optional onError={onError}>
        <Part />
      </Optional>,
    );
  return { network, Part, draw };
}

it("asks once for code that does not come, and leaves its part out", async () => {
  const { network, draw } = partOf();
  const left = Promise.withResolvers<void>();
  draw(left.resolve);
  await left.promise;
  expect(network.asked).toBe(1);
});

it("asks again at the next use, and draws what came", async () => {
  const { network, draw } = partOf();
  const left = Promise.withResolvers<void>();
  draw(left.resolve).unmount();
  const again = Promise.withResolvers<void>();
  draw(again.resolve);
  await again.promise;
  network.comes = true;
  draw(() => undefined);
  expect(await screen.findByText("Here it is.")).toBeVisible();
});

it("asks again where a reader does something after it was fetched ahead in vain", async () => {
  const { network, Part } = partOf();
  await expect(Part.preload()).rejects.toThrow();
  network.comes = true;
  await expect(Part.preload()).resolves.toBeDefined();
  expect(network.asked).toBe(2);
});
