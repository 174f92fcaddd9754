// What the sender is told of a parcel: what is missing, what nobody announced, what the transport broke. Lines of
// text, for a letter or a message.

import type { Catalogue } from "../../i18n/catalogue";
import type { ConsignmentLife, ConsignmentLine } from "../../ipc/types.generated";

export function differences(words: Catalogue, life: ConsignmentLife): readonly string[] {
  const { t } = words;
  const { tally } = life.row;
  const { consignment } = life;
  const waybill = consignment.waybill ?? t("consignment-no_waybill");
  const date = consignment.received_on;
  const has = (wanted: (line: ConsignmentLine) => boolean) => life.lines.filter(wanted).map((line) => unitText(words, line));
  const short = has((line) => line.state === "short" || line.state === "awaited");
  const extra = has((line) => line.state === "extra");
  const damaged = life.lines.filter((line) => line.damage !== "").map((line) => `${unitText(words, line)} (${line.damage})`);
  const comma = t("differences-comma");
  const lines = [
    tally.announced === null
      ? t("differences-head", { waybill, date, here: tally.here })
      : t("differences-head-announced", { waybill, date, here: Math.max(0, tally.here - tally.extra), announced: tally.announced }),
  ];
  const { cartons_announced: announced, cartons_counted: counted } = consignment;
  if (announced !== null && counted !== null && announced !== counted) {
    lines.push(t("differences-cartons", { announced, counted }));
  }
  if (consignment.damage !== "") lines.push(t("differences-carton-damage", { damage: consignment.damage }));
  if (short.length > 0) lines.push(t("differences-short", { units: short.join(comma) }));
  else if (tally.short > 0) lines.push(t("differences-short-count", { count: tally.short }));
  if (extra.length > 0) lines.push(t("differences-extra", { units: extra.join(comma) }));
  else if (tally.extra > 0) lines.push(t("differences-extra-count", { count: tally.extra }));
  if (damaged.length > 0) lines.push(t("differences-damaged", { units: damaged.join(comma) }));
  return lines;
}

function unitText({ t }: Catalogue, line: ConsignmentLine): string {
  return [line.serial ?? t("line-no-serial"), line.model].filter((text) => text !== "").join(" ");
}
