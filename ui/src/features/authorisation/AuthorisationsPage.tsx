// Numbers that were given before their unit came: give one, see what waits, check in, take back.

import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useWords } from "../../i18n/i18n";
import { toFailure, type Failure } from "../../ipc/failure";
import { useRead, useTransport, useWrite } from "../../ipc/ipc";
import type { AuthorisationRow, IssuedBy } from "../../ipc/types.generated";
import { Button } from "../../kit/Button";
import { TextArea, TextField } from "../../kit/Field";
import { ShortGrid } from "../../kit/Grid";
import { useKeys } from "../../kit/keys";
import { Empty, Page, Panel } from "../../kit/Page";
import { Segments } from "../../kit/Segments";
import { Select } from "../../kit/Select";
import { useToast } from "../../kit/toasts";
import { failureText } from "../../trade/failure";
import { FormDialog } from "../../trade/FormDialog";
import { ReasonDialog } from "../../trade/ReasonDialog";
import { nobody } from "../../trade/nobody";
import { Code } from "../../trade/words";
import { PowerCut } from "./PowerCut";

type Over = { kind: "issue" | "numbers" } | { kind: "cancel"; row: AuthorisationRow } | null;

export function AuthorisationsPage() {
  const words = useWords();
  const { t, times } = words;
  const toast = useToast();
  const [shown, setShown] = useState<"waiting" | "all">("waiting");
  const [over, setOver] = useState<Over>(null);
  const rows = useRead("rma_list", { all: shown === "all" }).data;
  const open = useOpenRow();
  const cancel = useWrite("rma_cancel");
  const reinstate = useWrite("rma_reinstate");
  const onError = (failure: Failure) => toast({ tone: "trouble", text: failureText(words, failure) });
  useKeys([
    { id: "issue", keys: "N", label: t("authorisation-issue"), scope: "screen", run: () => setOver({ kind: "issue" }) },
    { id: "numbers", keys: "P", label: t("numbered-open"), scope: "screen", run: () => setOver({ kind: "numbers" }) },
  ]);
  if (rows === undefined) return null;
  const takeBack = (row: AuthorisationRow, reason: string) => {
    const { id, rma } = row;
    const run = () => reinstate.mutate({ id }, { onError, onSuccess: () => toast({ text: t("authorisation-reinstated", { rma }) }) });
    const undo = { label: t("authorisation-undo-cancel", { rma }), run };
    cancel.mutate({ id, reason }, { onError, onSuccess: () => toast({ text: t("authorisation-cancelled", { rma }), undo }) });
  };
  return (
    <Page
      title={t("authorisations-title")}
      sub={t("authorisations-sub")}
      aside={
        <>
          <Button kind="primary" keys="N" onPress={() => setOver({ kind: "issue" })}>
            {t("authorisation-issue")}
          </Button>
          <Button keys="P" onPress={() => setOver({ kind: "numbers" })}>{t("numbered-open")}</Button>
        </>
      }
    >
      <Segments
        label={t("authorisations-title")}
        value={shown}
        options={[
          { value: "waiting", label: t("authorisations-waiting") },
          { value: "all", label: t("authorisations-all") },
        ]}
        onChange={setShown}
      />
      <Panel>
        {rows.length === 0 ? (
          <Empty title={t("authorisations-empty")}>{t("authorisations-empty-hint")}</Empty>
        ) : (
          <ShortGrid
            label={t("authorisations-title")}
            rows={rows}
            rowKey={(row) => row.id}
            rowLabel={(row) => row.rma}
            onOpen={open}
            columns={[
              { id: "rma", header: t("field-rma"), width: "15.2rem", cell: (row) => <Code>{row.rma}</Code> },
              { id: "by", header: t("field-issued_by"), cell: (row) => t(`issued_by-${row.issued_by}`) },
              { id: "customer", header: t("column-customer"), cell: (row) => row.customer?.name ?? "" },
              { id: "serial", header: t("column-serial"), cell: (row) => row.serial ?? "" },
              { id: "note", header: t("authorisation-note"), cell: (row) => row.note },
              { id: "at", header: t("authorisation-issued_on"), width: "9rem", cell: (row) => times.date(row.issued_at) },
              { id: "state", header: t("column-state"), cell: (row) => t(stateOf(row)) },
              {
                id: "back",
                header: t("authorisation-cancel"),
                cell: (row) =>
                  row.ticket === null && row.cancelled_at === null ? (
                    <Button kind="quiet" label={t("authorisation-cancel-title", { rma: row.rma })} onPress={() => setOver({ kind: "cancel", row })}>
                      {t("authorisation-cancel")}
                    </Button>
                  ) : (
                    ""
                  ),
              },
            ]}
          />
        )}
      </Panel>
      {over?.kind === "issue" && <IssueDialog onClose={() => setOver(null)} />}
      {over?.kind === "numbers" && <PowerCut onClose={() => setOver(null)} />}
      {over?.kind === "cancel" && (
        <ReasonDialog
          title={t("authorisation-cancel-title", { rma: over.row.rma })}
          explain={t("authorisation-cancel-explain")}
          confirm={t("authorisation-cancel")}
          onClose={() => setOver(null)}
          onConfirm={(reason) => {
            setOver(null);
            takeBack(over.row, reason);
          }}
        />
      )}
    </Page>
  );
}

function stateOf(row: AuthorisationRow) {
  if (row.cancelled_at !== null) return "authorisation-is-cancelled";
  if (row.ticket !== null) return "authorisation-is-used";
  if (row.may_be_used) return "authorisation-may-be-used";
  return row.is_old ? "authorisation-old" : "authorisation-is-waiting";
}

/** A number whose unit came leads to its work order; one that waits begins the check-in. */
function useOpenRow() {
  const words = useWords();
  const toast = useToast();
  const navigate = useNavigate();
  const transport = useTransport();
  return (row: AuthorisationRow) => {
    if (row.ticket !== null) return void navigate({ to: "/tickets/$id", params: { id: row.ticket } });
    if (row.cancelled_at !== null) return;
    const begin = async () => {
      const scan = await transport.call("scan_resolve", { text: row.rma });
      if (scan.kind !== "authorisation") return;
      const begun = await transport.call("draft_save", { id: null, draft: scan.draft });
      await navigate({ to: "/intake/$draft", params: { draft: begun.id } });
    };
    begin().catch((thrown: unknown) => toast({ tone: "trouble", text: failureText(words, toFailure(thrown)) }));
  };
}

const acts: readonly IssuedBy[] = ["counter", "enquiry", "standing_consent"];

function IssueDialog(props: { onClose: () => void }) {
  const { onClose } = props;
  const { t } = useWords();
  const toast = useToast();
  const issue = useWrite("rma_issue");
  const [channel, setChannel] = useState<IssuedBy>("enquiry");
  const [serial, setSerial] = useState("");
  const [customer, setCustomer] = useState(nobody);
  const [note, setNote] = useState("");
  const [failure, setFailure] = useState<Failure | null>(null);
  const save = () =>
    issue.mutate(
      { channel, serial, customer, note },
      {
        onError: setFailure,
        onSuccess: (row) => {
          toast({ text: t("authorisation-issued", { rma: row.rma }) });
          onClose();
        },
      },
    );
  const isTouched = customer !== nobody || [serial, note].some((text) => text.trim() !== "");
  return (
    <FormDialog
      title={t("authorisation-issue-title")}
      saveLabel={t("authorisation-issue-save")}
      isTouched={isTouched}
      at="serial"
      why={null}
      failure={failure}
      onSave={save}
      onClose={onClose}
    >
      <p>{t("authorisation-issue-explain")}</p>
      <Select
        name="channel"
        label={t("field-issued_by")}
        value={channel}
        options={acts.map((value) => ({ value, label: t(`issued_by-${value}`) }))}
        onChange={setChannel}
        placeholder={t("choose")}
      />
      <TextField name="serial" label={t("field-serial")} value={serial} onChange={setSerial} maxLength={80} />
      <TextField name="customer.phone" label={t("field-customer-phone")} value={customer.phone} onChange={(phone) => setCustomer({ ...customer, phone })} inputMode="tel" />
      <TextField name="customer.name" label={t("field-customer-name")} value={customer.name} onChange={(name) => setCustomer({ ...customer, name })} />
      <TextField name="customer.company" label={t("field-customer-company")} value={customer.company} onChange={(company) => setCustomer({ ...customer, company })} />
      <TextArea name="note" label={t("authorisation-note")} value={note} onChange={setNote} />
    </FormDialog>
  );
}
