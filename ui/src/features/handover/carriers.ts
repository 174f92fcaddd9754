// The carriers, in the order a list offers them.

import type { Carrier } from "../../ipc/types.generated";

export const carriers: readonly Carrier[] = [
  "sf", "jd", "yto", "zto", "sto", "yunda", "jt", "ems", "deppon", "ups", "fedex", "dhl", "other",
];
