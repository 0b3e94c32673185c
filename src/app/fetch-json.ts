import { type Problem, ProblemError } from "#model/problem.ts";

const offline = (): ProblemError => new ProblemError(0, "Offline", "The site cannot be reached.");

/**
 * Asks the API and answers with its JSON.
 *
 * @throws ProblemError with the API's own problem, or status 0 when the site cannot be reached.
 */
export async function fetchJson<Answer>(path: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(path, {
    ...init,
    headers: { accept: "application/json", ...init.headers },
  }).catch((error: unknown) => {
    if (init.signal?.aborted) throw error;
    throw offline();
  });
  // What became of words that were taken out comes with the status of what is gone.
  if (response.ok || response.status === 410) return (await response.json()) as Answer;
  const problem = (await response.json().catch(() => null)) as Problem | null;
  throw new ProblemError(
    response.status,
    problem?.title ?? response.statusText,
    problem?.detail ?? "",
    Number(response.headers.get("retry-after")) || null,
  );
}
