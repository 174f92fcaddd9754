import type { MasterKind } from "../../ipc/types.generated";

/** The kinds of masters, in the order they are brought in. */
export const masterKinds: readonly MasterKind[] = ["model", "dealer", "contract", "charge", "loan"];
