import type { FastifyInstance } from "fastify";
import { type AppOptions, createApp } from "./create-app.ts";

export interface Listening {
  readonly app: FastifyInstance;
  /** Answers what has been asked, then lets go of the port and of the store. */
  stop(): Promise<void>;
}

/**
 * Listens. Rejects with the system's own error where the port or host cannot be had, and then holds on to nothing:
 * what was opened on the way would keep the process going that serves nobody.
 */
export async function startServer(
  options: AppOptions,
  address: { readonly host: string; readonly port: number },
): Promise<Listening> {
  const app = await createApp(options);
  const stop = async () => {
    await app.close();
    await options.store.close();
  };
  try {
    await app.listen(address);
  } catch (error) {
    await stop();
    throw error;
  }
  return { app, stop };
}
