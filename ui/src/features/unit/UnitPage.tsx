// The life of one unit: what the register says, how long it is covered, every work order it had.

import { useNavigate, useParams } from "@tanstack/react-router";
import { useWords } from "../../i18n/i18n";
import { useRead } from "../../ipc/ipc";
import type { UnitLife } from "../../ipc/types.generated";
import { Button } from "../../kit/Button";
import { ShortGrid } from "../../kit/Grid";
import { useKeys } from "../../kit/keys";
import { Notice } from "../../kit/Notice";
import { Empty, Facts, Page, Panel, Section } from "../../kit/Page";
import { failureText } from "../../trade/failure";
import { useTicketColumns } from "../../trade/ticketColumns";
import { Code, Day, useTicketLabel } from "../../trade/words";
import { ContractPanel } from "./ContractPanel";
import { CoverPanel } from "./CoverPanel";
import { ModelPanel } from "./ModelPanel";
import css from "./Unit.module.css";

export function UnitPage() {
  const { serial } = useParams({ from: "/units/$serial" });
  const words = useWords();
  const life = useRead("unit_get", { serial });
  if (life.error !== null) return <Notice tone="over" title={failureText(words, life.error)} />;
  return life.data === undefined ? null : <Life life={life.data} />;
}

function Life(props: { life: UnitLife }) {
  const { life } = props;
  const { t } = useWords();
  const navigate = useNavigate();
  const receive = () => void navigate({ to: "/intake", search: { serial: life.serial } });
  useKeys([{ id: "receive-unit", keys: "F3", label: t("unit-receive"), scope: "screen", run: receive }]);
  const sub = [life.model, life.product_class === null ? "" : t(`product_class-${life.product_class}`)];
  return (
    <Page
      title={<Code>{life.serial}</Code>}
      sub={sub.filter((text) => text !== "").join(" · ")}
      aside={
        <Button kind="primary" keys="F3" onPress={receive}>
          {t("unit-receive")}
        </Button>
      }
    >
      {life.look_alikes.length > 0 && (
        <Notice
          tone="due"
          title={t("look-alikes-title")}
          actions={life.look_alikes.map((other) => (
            <Button
              key={other.serial}
              label={t("look-alike-open-unit", { serial: other.serial })}
              onPress={() => void navigate({ to: "/units/$serial", params: { serial: other.serial } })}
            >
              <Code>{other.serial}</Code>
            </Button>
          ))}
        >
          {t("look-alikes-explain", { serial: life.serial })}
        </Notice>
      )}
      {life.loan !== null && <Notice tone="info" title={t("unit-ours", { kind: t(`loan_kind-${life.loan.kind}`) })} />}
      <div className={css["columns"]}>
        <Register life={life} />
        <CoverPanel serial={life.serial} relabelled={life.relabelled} />
      </div>
      {life.model_card !== null && <ModelPanel card={life.model_card} />}
      {life.contracts.length > 0 && <ContractPanel cards={life.contracts} />}
      <Tickets life={life} />
    </Page>
  );
}

function Register(props: { life: UnitLife }) {
  const { sale, register_as_of: asOf } = props.life;
  const { t, times } = useWords();
  return (
    <Panel>
      <Section
        title={t("place-register")}
        hint={asOf === null ? undefined : t("source-register-as-of", { at: times.instant(asOf) })}
      >
        {sale === null ? (
          <p>{asOf === null ? t("unit-no-register") : t("unit-not-in-register-as-of", { at: times.instant(asOf) })}</p>
        ) : (
          <Facts
            items={[
              [t("field-voucher_date"), sale.voucher_date === null ? "—" : <Day key="voucher" date={sale.voucher_date} />],
              [t("field-contract_date"), sale.contract_date === null ? "—" : <Day key="contract" date={sale.contract_date} />],
              [t("field-sale_kind"), sale.sale_kind === null ? "—" : t(`sale_kind-${sale.sale_kind}`)],
              [t("field-dealer"), sale.dealer || "—"],
              [t("field-customer-name"), sale.customer || "—"],
              [t("field-customer-phone"), sale.phone || "—"],
            ]}
          />
        )}
      </Section>
    </Panel>
  );
}

function Tickets(props: { life: UnitLife }) {
  const { tickets } = props.life;
  const { t } = useWords();
  const navigate = useNavigate();
  const columns = useTicketColumns(tickets);
  const label = useTicketLabel();
  return (
    <Panel>
      <Section title={t("place-tickets")}>
        {tickets.length === 0 ? (
          <Empty title={t("unit-no-tickets")}>{t("unit-no-tickets-hint")}</Empty>
        ) : (
          <div className={css["table"]}>
            <ShortGrid
              label={t("place-tickets")}
              columns={columns.filter((column) => column.id !== "serial" && column.id !== "model")}
              rows={tickets}
              rowKey={(row) => row.id}
              rowLabel={label}
              onOpen={(row) => void navigate({ to: "/tickets/$id", params: { id: row.id } })}
            />
          </div>
        )}
      </Section>
    </Panel>
  );
}
