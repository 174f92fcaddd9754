// Two policy packs beside each other: which entries differ, for which kinds of claims that matters, and which
// work orders on record would be decided otherwise. A file can be tried before it is installed; nothing is kept.

import { useState } from "react";
import { useWords } from "../../i18n/i18n";
import { useRead } from "../../ipc/ipc";
import type { PackChoice, PackRow, PackShelf } from "../../ipc/types.generated";
import { DropArea } from "../../kit/DropArea";
import { Notice } from "../../kit/Notice";
import { Empty, Page, Panel } from "../../kit/Page";
import { Select } from "../../kit/Select";
import { failureText } from "../../trade/failure";
import { Differences } from "./Differences";
import css from "./Policy.module.css";

export function ComparePage() {
  const words = useWords();
  const shelf = useRead("policy_list", null);
  if (shelf.error !== null) return <Notice tone="over" title={failureText(words, shelf.error)} />;
  return shelf.data === undefined ? null : <Compare shelf={shelf.data} />;
}

/** The option that stands for a file. */
const FILE = "file";

type PackFile = Extract<PackChoice, { from: "file" }>;

function Compare(props: { shelf: PackShelf }) {
  const { policies } = props.shelf;
  const { t } = useWords();
  const inForce = policies.find((one) => one.in_force) ?? policies[0];
  const [beforeHash, setBefore] = useState(inForce?.page.reference.hash ?? "");
  const [afterHash, setAfter] = useState<string>(FILE);
  const [file, setFile] = useState<PackFile | null>(null);
  const options = policies.map(({ page }) => ({
    value: page.reference.hash,
    label: t("history-pack", { id: page.reference.id, version: page.reference.version }),
  }));
  const before = choiceOf(policies, beforeHash);
  const after = afterHash === FILE ? file : choiceOf(policies, afterHash);
  return (
    <Page title={t("compare-title")} sub={t("compare-sub")}>
      <Panel label={t("compare-choose")}>
        <div className={css["compare"]}>
          <Select name="before" label={t("what_if-before")} value={beforeHash} options={options} onChange={setBefore} placeholder={t("choose")} />
          <Select
            name="after"
            label={t("what_if-after")}
            value={afterHash}
            options={[...options, { value: FILE, label: file === null ? t("compare-file") : file.file }]}
            onChange={setAfter}
            placeholder={t("choose")}
          />
          {afterHash === FILE && (
            <DropArea
              label={t("compare-file-label")}
              chooseLabel={t("compare-file-choose")}
              accept=".toml"
              hint={t("compare-file-hint")}
              onFiles={([chosen]) => {
                if (chosen === undefined) return;
                void chosen.text().then((text) => setFile({ from: "file", file: chosen.name, text }));
              }}
            />
          )}
        </div>
      </Panel>
      {before !== null && after !== null ? (
        <Answer before={before} after={after} />
      ) : (
        <Empty title={t("compare-nothing")}>{t("compare-nothing-hint")}</Empty>
      )}
    </Page>
  );
}

function Answer(props: { before: PackChoice; after: PackChoice }) {
  const words = useWords();
  const diff = useRead("policy_diff", { before: props.before, after: props.after, with_tickets: true });
  if (diff.error !== null) return <Notice tone="over" isAlert title={failureText(words, diff.error)} />;
  return diff.data === undefined ? <p role="status">{words.t("compare-working")}</p> : <Differences diff={diff.data} />;
}

function choiceOf(policies: readonly PackRow[], hash: string): PackChoice | null {
  const reference = policies.find(({ page }) => page.reference.hash === hash)?.page.reference;
  return reference === undefined ? null : { from: "installed", id: reference.id, version: reference.version };
}
