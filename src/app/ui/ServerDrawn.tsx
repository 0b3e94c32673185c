import { type ReactNode, type RefObject, useDeferredValue, useState } from "react";
import { useLocale } from "#app/words/words.ts";
import { useHydrated } from "./use-hydrated.ts";

/** One object: React would write another one into the document. */
const untouched = { __html: "" };

/**
 * Words that nothing changes once they stand: React leaves them as the server
 * drew them, and neither reads nor redraws them when it hydrates the page. So a
 * translator may put its own words there and a reader's highlighter its marks,
 * before, while and after React comes; and a story of 8,000 words is hydrated as
 * fast as a short one (at 4× CPU a sample's 180 ms became 60).
 *
 * Whoever comes by a link inside the site has them drawn by React, and so has
 * everybody when what they are drawn from changes, or the interface's language.
 *
 * @param from all that the children are drawn from
 */
export function ServerDrawn({
  element,
  className,
  from,
  children,
}: {
  readonly element?: RefObject<HTMLDivElement | null>;
  readonly className?: string | undefined;
  readonly from: readonly unknown[];
  readonly children: ReactNode;
}) {
  const { language } = useLocale();
  const current = [language, ...from];
  const isHydrating = !useHydrated() && typeof document !== "undefined";
  const [drawn] = useState(isHydrating ? current : null);
  const stands = drawn?.every((value, index) => Object.is(value, current[index])) ?? false;
  // Deferred: they stand until the code that draws them anew has come.
  if (!useDeferredValue(stands))
    return (
      <div ref={element} className={className}>
        {children}
      </div>
    );
  return (
    <div
      ref={element}
      className={className}
      suppressHydrationWarning={true}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: nothing is ever set; it tells React that what is inside is not its own
      dangerouslySetInnerHTML={untouched}
    />
  );
}
