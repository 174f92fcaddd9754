// The unit is received and on the disk: its number, its days, its paper, and the next unit.

import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useWords } from "../../i18n/i18n";
import type { Received as ReceivedUnit } from "../../ipc/types.generated";
import { Button } from "../../kit/Button";
import { Icon } from "../../kit/Icon";
import { Facts, Panel } from "../../kit/Page";
import { Day } from "../../trade/words";
import css from "./Received.module.css";
import { Conflicts } from "./SerialNotices";

export function Received(props: { received: ReceivedUnit; paper: ReactNode; onNext: () => void }) {
  const { row, rma, conflicts } = props.received;
  const { t } = useWords();
  const navigate = useNavigate();
  const provisional = row.calendar_status === "provisional";
  return (
    <Panel className={css["received"]} label={t("received-title")}>
      <p className={css["saved"]} role="status">
        <Icon name="tick" /> {t("received-saved")}
      </p>
      <p className={css["label"]}>{t("column-rma")}</p>
      <p className={css["rma"]}>{rma}</p>
      <Facts
        items={[
          [t("column-serial"), row.serial],
          [t("column-model"), row.model],
          [t("column-customer"), row.customer],
          [t("column-received"), <Day key="received" date={row.received_on} />],
          [t("cycle-target"), <Day key="target" date={row.target_on} isProvisional={provisional} />],
          [t("cycle-limit"), <Day key="limit" date={row.limit_on} isProvisional={provisional} />],
        ]}
      />
      <Conflicts conflicts={conflicts} />
      {props.paper}
      <div className={css["actions"]}>
        <Button kind="primary" keys="F3" autoFocus onPress={props.onNext}>
          {t("key-next-unit")}
        </Button>
        <Button onPress={() => void navigate({ to: "/tickets/$id", params: { id: row.id } })}>{t("open-ticket")}</Button>
      </div>
    </Panel>
  );
}
