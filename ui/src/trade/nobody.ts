import type { Customer } from "../ipc/types.generated";

/** Somebody of whom nothing was said yet. */
export const nobody: Customer = { name: "", company: "", phone: "", email: "", address: "" };
