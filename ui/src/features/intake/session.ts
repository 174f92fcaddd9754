// One check-in while it is typed: its text, and whether that text is on the disk. It saves itself shortly
// after each change and says so only when the back end has committed. A session outlives the screen, so
// looking something up elsewhere loses nothing. It decides nothing about the unit.

import type { Failure } from "../../ipc/failure";
import { toFailure } from "../../ipc/failure";
import type { Transport } from "../../ipc/transport";
import type { Check, IntakeDraft, Received, Sale, SavedDraft } from "../../ipc/types.generated";
import { fillFromRegister } from "./draft";

/** Whether what is typed is on the disk. */
export type Saving =
  | { readonly kind: "untouched" }
  | { readonly kind: "changed" }
  | { readonly kind: "saved"; readonly at: number }
  | { readonly kind: "failed"; readonly failure: Failure };

export interface SessionState {
  /** The stored draft; null until it is saved for the first time. */
  readonly id: string | null;
  readonly draft: IntakeDraft;
  readonly saving: Saving;
  /** The serial that was last looked up; what the register says is shown for this one. */
  readonly lookedUp: string;
  /** Fields that were left after a change. */
  readonly left: ReadonlySet<string>;
  /** Receiving was tried: from then on every problem is shown. */
  readonly isTried: boolean;
  readonly received: Received | null;
}

/** Shorter than a pause between two fields, longer than one between two keys. */
const SAVE_AFTER_MS = 200;

export class IntakeSession {
  /** Tells sessions apart on the screen. */
  readonly key: string;
  #state: SessionState;
  #transport: Transport;
  #listeners = new Set<() => void>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #inFlight: Promise<void> | null = null;
  #filledFrom: Sale | null = null;
  #onId: (id: string) => void;

  constructor(transport: Transport, key: string, start: Pick<SessionState, "id" | "draft" | "saving">, onId: (id: string) => void) {
    this.#transport = transport;
    this.#onId = onId;
    this.key = key;
    this.#state = { ...start, lookedUp: start.draft.serial, left: new Set(), isTried: false, received: null };
  }

  /** Resolves when the unit it was begun with has been looked up. */
  opened: Promise<unknown> = Promise.resolve();

  /** How the session is named in an address: by its draft, or, before that is stored, by its key. */
  address(): string {
    return this.#state.id ?? this.key;
  }

  readonly state = (): SessionState => this.#state;

  readonly follow = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The back end filled the stored draft; nothing is to be saved. */
  refill(saved: SavedDraft): void {
    clearTimeout(this.#timer);
    this.#set({ draft: saved.draft, lookedUp: saved.draft.serial, saving: { kind: "saved", at: saved.saved_at } });
  }

  /** Changes the text and saves it soon. */
  change(edit: (draft: IntakeDraft) => IntakeDraft): void {
    if (this.#state.received !== null) return;
    this.#set({ draft: edit(this.#state.draft), saving: { kind: "changed" } });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.save(), SAVE_AFTER_MS);
  }

  /** A field was left: what it holds is saved now, and what is wrong with it may be said. */
  leave(field: string): void {
    if (this.#state.saving.kind !== "untouched") {
      this.#set({ left: new Set([...this.#state.left, field]) });
    }
    if (this.#state.saving.kind === "changed") void this.save();
  }

  /** Looks the serial up and fills what the register knows. */
  async lookUp(): Promise<Check | null> {
    const { serial } = this.#state.draft;
    if (serial.trim() === "" || serial === this.#state.lookedUp) return null;
    this.#set({ lookedUp: serial });
    try {
      const check = await this.#transport.call("intake_check", this.#state.draft);
      if (this.#state.draft.serial !== serial) return null;
      const earlier = this.#filledFrom;
      this.#filledFrom = check.sale;
      // The model's own master says the class better than a row of the register.
      const ofModel = check.model?.model.product_class ?? null;
      this.change((draft) => {
        const filled = fillFromRegister(draft, check.sale, earlier);
        return {
          ...filled,
          product_class: draft.product_class ?? ofModel ?? filled.product_class,
          serial: check.serial ?? serial,
        };
      });
      this.#set({ lookedUp: this.#state.draft.serial });
      return check;
    } catch (thrown) {
      this.#set({ saving: { kind: "failed", failure: toFailure(thrown) } });
      return null;
    }
  }

  /** Puts what is typed on the disk; returns the draft's id. */
  async save(): Promise<string | null> {
    clearTimeout(this.#timer);
    // One save at a time; what was typed meanwhile goes with the next.
    while (this.#inFlight !== null) await this.#inFlight;
    if (this.#state.received !== null) return null;
    if (this.#state.saving.kind !== "saved") {
      this.#inFlight = this.#saveOnce();
      await this.#inFlight;
      this.#inFlight = null;
    }
    return this.#state.id;
  }

  /** The stored draft's id, saved now if it never was: attachments belong to a stored draft. */
  async stored(): Promise<string | null> {
    return this.#state.id ?? this.save();
  }

  /** Receives the unit. Rejects with the refusal; the draft is kept then. */
  async receive(): Promise<Received> {
    this.#set({ isTried: true });
    await this.save();
    const { draft, id } = this.#state;
    const received = await this.#transport.call("intake_receive", { draft_id: id, intake: draft });
    clearTimeout(this.#timer);
    this.#set({ received });
    return received;
  }

  async #saveOnce(): Promise<void> {
    const { id, draft } = this.#state;
    try {
      const saved = await this.#transport.call("draft_save", { id, draft });
      const isLatest = this.#state.draft === draft;
      this.#set({ id: saved.id, saving: isLatest ? { kind: "saved", at: saved.saved_at } : { kind: "changed" } });
      if (id === null) this.#onId(saved.id);
    } catch (thrown) {
      this.#set({ saving: { kind: "failed", failure: toFailure(thrown) } });
    }
  }

  #set(change: Partial<SessionState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}
