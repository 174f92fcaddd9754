// How a command travels. Two sides exist: the desktop shell (tauri.ts) and, in tests, fixtures
// (test/fake.ts). Nothing else in the window knows which one it talks to.

import type { CommandName, Noun, Request, Response } from "./commands";

export interface Transport {
  /** Asks the back end; rejects with a `Failure`. */
  call<N extends CommandName>(name: N, request: Request<N>): Promise<Response<N>>;
  /** Follows what writes changed, whoever made them. Returns how to stop. */
  onChanged(listener: (nouns: readonly Noun[]) => void): () => void;
  /** Follows what was chosen outside of the window: an address to show. Returns how to stop. */
  onGo(listener: (place: string) => void): () => void;
  /** Says that the first screen shows data and takes input. */
  ready(): void;
}
