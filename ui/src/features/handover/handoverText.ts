// A hand-over and what it did to the cover, in words.

import type { Catalogue } from "../../i18n/catalogue";
import type { CoverEntry, HandoverWay } from "../../ipc/types.generated";

export function wayText({ t }: Catalogue, way: HandoverWay): string {
  return way.kind === "shipped"
    ? [t(`carrier-${way.carrier}`), way.waybill].filter(Boolean).join(" ")
    : t("handover-collected-by", { who: way.by, proof: t(`collection_proof-${way.proof}`) });
}

export function coverText({ t }: Catalogue, entry: CoverEntry): string {
  switch (entry.entry) {
    case "repair":
      return t(entry.terms === "warranty" ? "cover-entered-warranty" : "cover-entered-paid", {
        item: entry.item.part ?? entry.item.serial,
      });
    case "exchange":
      return t("cover-entered-exchange", { serial: entry.by });
    case "purchase":
      return entry.serial;
  }
}
