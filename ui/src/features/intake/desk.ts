// The check-ins that are open in this window. Kept beside the screens: one comes back to what one left.

import { emptyDraft } from "./draft";
import { IntakeSession } from "./session";
import type { Transport } from "../../ipc/transport";
import type { SavedDraft } from "../../ipc/types.generated";

export class Desk {
  #transport: Transport;
  #byId = new Map<string, IntakeSession>();
  #current: IntakeSession | null = null;
  #count = 0;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /** The check-in that was worked on last and is not received yet. */
  current(): IntakeSession | null {
    return this.#current?.state().received === null ? this.#current : null;
  }

  /** A check-in by its stored draft, if it is open here. */
  open(id: string): IntakeSession | null {
    const found = this.#byId.get(id) ?? null;
    if (found !== null) this.#current = found;
    return found;
  }

  /** Takes up a stored draft that the back end has filled: what it holds now is what counts. */
  refill(saved: SavedDraft): IntakeSession {
    const session = this.resume(saved);
    session.refill(saved);
    return session;
  }

  /** Takes up a stored draft. */
  resume(saved: SavedDraft): IntakeSession {
    return (
      this.open(saved.id) ??
      this.#begin({ id: saved.id, draft: saved.draft, saving: { kind: "saved", at: saved.saved_at } })
    );
  }

  /** A new check-in, of a unit whose serial is known or of one that is not. */
  begin(today: string, serial: string): IntakeSession {
    const session = this.#begin({ id: null, draft: emptyDraft(today), saving: { kind: "untouched" } });
    if (serial !== "") {
      session.change((draft) => ({ ...draft, serial }));
      session.opened = session.lookUp();
    }
    return session;
  }

  #begin(start: ConstructorParameters<typeof IntakeSession>[2]): IntakeSession {
    this.#count += 1;
    const session = new IntakeSession(this.#transport, `new-${this.#count}`, start, (id) =>
      this.#byId.set(id, session),
    );
    this.#byId.set(session.address(), session);
    this.#current = session;
    return session;
  }
}

const desks = new WeakMap<Transport, Desk>();

/** The desk of this window. */
export function deskOf(transport: Transport): Desk {
  const found = desks.get(transport) ?? new Desk(transport);
  desks.set(transport, found);
  return found;
}
