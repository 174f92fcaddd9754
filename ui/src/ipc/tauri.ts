// The transport of the real window. The only file that knows Tauri.

import { invoke } from "@tauri-apps/api/core";
import { emit, listen } from "@tauri-apps/api/event";
import type { CommandName, Noun, Request, Response } from "./commands";
import { toFailure } from "./failure";
import type { Transport } from "./transport";

export const tauri: Transport = {
  async call<N extends CommandName>(name: N, request: Request<N>) {
    try {
      return await invoke<Response<N>>("call", { name, request });
    } catch (thrown) {
      throw toFailure(thrown);
    }
  },
  onChanged(listener) {
    const listening = listen<Noun[]>("changed", (event) => listener(event.payload));
    return () => void listening.then((stop) => stop());
  },
  onGo(listener) {
    const listening = listen<string>("go", (event) => listener(event.payload));
    return () => void listening.then((stop) => stop());
  },
  ready() {
    document.documentElement.dataset["ready"] = "true";
    void emit("ready");
  },
};
