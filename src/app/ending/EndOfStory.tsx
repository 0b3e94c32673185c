import { useQueryClient } from "@tanstack/react-query";
import { Optional } from "#app/ui/ErrorBoundary.tsx";
import { lazyWithPreload } from "#app/ui/lazy.ts";
import { ServerDrawn } from "#app/ui/ServerDrawn.tsx";
import { useSiteLinks } from "#app/ui/use-site-links.ts";
import type { Article } from "#model/article.ts";
import styles from "./ending.module.css";
import { furtherQuery } from "./further-query.ts";

const Ending = lazyWithPreload(() => import("./Ending.tsx").then((module) => module.Ending));

/**
 * Where a story's reader may go on to, after the vote and never above it. The
 * server draws it, and its code comes only where React must draw it: on a page
 * that was reached inside the site, or in another language.
 */
export function EndOfStory({ article }: { readonly article: Article }) {
  const client = useQueryClient();
  // On the way back here React draws the page, and the reader wants to find their place in all of it.
  const links = useSiteLinks(() => {
    Ending.preload().catch(() => undefined);
    void client.prefetchQuery(furtherQuery(article.slug));
  });
  return (
    <div {...links}>
      <ServerDrawn className={styles.ending} from={[article]}>
        <Optional>
          <Ending article={article} />
        </Optional>
      </ServerDrawn>
    </div>
  );
}
