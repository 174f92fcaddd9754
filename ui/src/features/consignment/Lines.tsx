// The units of a parcel: what is expected, here, checked in, and what differs. Enter goes on with a unit or opens
// its work order.

import { useWords } from "../../i18n/i18n";
import type { ConsignmentLife, ConsignmentLine } from "../../ipc/types.generated";
import type { Tone } from "../../kit/Figure";
import { ShortGrid, type Column } from "../../kit/Grid";
import type { IconName } from "../../kit/Icon";
import { Section } from "../../kit/Page";
import { Status } from "../../kit/Status";
import { Code } from "../../trade/words";
import css from "./Consignment.module.css";

/** Where a unit of a parcel is, in one word. */
type Stand = ConsignmentLine["state"] | "begun" | "received";

const shapes: Record<Stand, { icon: IconName; tone: Tone }> = {
  awaited: { icon: "empty", tone: "plain" },
  here: { icon: "half", tone: "due" },
  begun: { icon: "half", tone: "due" },
  received: { icon: "tick", tone: "ok" },
  short: { icon: "cross", tone: "over" },
  extra: { icon: "warning", tone: "due" },
};

export function Lines(props: { life: ConsignmentLife; onOpen: (line: ConsignmentLine) => void }) {
  const { life } = props;
  const { t } = useWords();
  const { tally, received } = life.row;
  const columns: ReadonlyArray<Column<ConsignmentLine>> = [
    {
      id: "serial",
      header: t("column-serial"),
      width: "12.4rem",
      cell: (line) => (line.serial === null ? t("line-no-serial") : <Code>{line.serial}</Code>),
    },
    { id: "model", header: t("column-model"), cell: (line) => line.model },
    {
      id: "state",
      header: t("column-state"),
      width: "13rem",
      cell: (line) => (
        <span className={css["stand"]}>
          <Status {...shapes[standOf(line)]}>{t(`line-${standOf(line)}`)}</Status>
          {line.state === "extra" && standOf(line) !== "extra" && <Status {...shapes.extra}>{t("line-extra")}</Status>}
          {line.damage !== "" && (
            <Status icon="warning" tone="over">
              {t("line-damaged")}
            </Status>
          )}
        </span>
      ),
    },
    {
      id: "rma",
      header: t("column-rma"),
      width: "14.6rem",
      cell: (line) => (line.ticket === null ? "" : <Code>{line.ticket.rma}</Code>),
    },
  ];
  return (
    <Section
      title={t("consignment-lines")}
      hint={
        tally.announced === null
          ? t("consignment-progress-open", { received })
          : t("consignment-progress", { received, all: Math.max(tally.announced, tally.here) })
      }
    >
      {tally.announced !== null && (
        <progress
          className={css["progress"]}
          max={Math.max(tally.announced, tally.here)}
          value={received}
          aria-label={t("consignment-progress", { received, all: Math.max(tally.announced, tally.here) })}
        />
      )}
      {life.lines.length === 0 ? (
        <p className={css["hint"]}>{tally.announced === null ? t("consignment-lines-none") : t("consignment-lines-none-yet", { announced: tally.announced })}</p>
      ) : (
        <div className={css["lines"]}>
        <ShortGrid
          label={t("consignment-lines")}
          columns={columns}
          rows={life.lines}
          rowKey={(line) => line.id}
          rowLabel={(line) => `${line.serial ?? t("line-no-serial")} ${line.model} ${t(`line-${standOf(line)}`)}`}
          onOpen={props.onOpen}
        />
        </div>
      )}
    </Section>
  );
}

function standOf(line: ConsignmentLine): Stand {
  if (line.ticket !== null) return "received";
  if (line.draft !== null) return "begun";
  return line.state;
}
