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
  if (response.ok) return (await response.json()) as Answer;
  const problem = (await response.json().catch(() => null)) as Partial<Problem> | null;
  const { status, statusText: title, headers } = response;
  // What became of words that were taken out is told as a problem: those who ask for it take it as the answer.
  if (status === 410 && problem !== null && "state" in problem) return problem as Answer;
  throw ProblemError.from(
    { type: "about:blank", title, detail: "", ...problem, status },
    Number(headers.get("retry-after")) || null,
  );
}
