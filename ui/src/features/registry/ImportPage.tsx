// Importing a sales register.

import { useNavigate } from "@tanstack/react-router";
import { useWords } from "../../i18n/i18n";
import { useTransport } from "../../ipc/ipc";
import type { Preview, RegistryField } from "../../ipc/types.generated";
import { ImportDesk } from "../../trade/importing/ImportDesk";
import type { FieldMap, FilePreview, ImportWay } from "../../trade/importing/importWay";

const fields: readonly RegistryField[] = [
  "serial",
  "model",
  "product_class",
  "contract_date",
  "voucher_date",
  "sale_kind",
  "dealer",
  "customer",
  "phone",
];

export function ImportPage() {
  const { t, say } = useWords();
  const navigate = useNavigate();
  const transport = useTransport();
  const way: ImportWay = {
    of: "register",
    title: t("import-title"),
    fileLabel: t("import-file"),
    backLabel: t("import-back"),
    toListLabel: t("import-to-register"),
    needsKey: t("import-needs-serial"),
    cancelled: (name) => t("import-cancelled", { name }),
    fieldLabel: (field) => say(`register_field-${field}`, {}, field),
    toList: () => void navigate({ to: "/register" }),
    toImport: () => void navigate({ to: "/register/import" }),
    open: async (name, base64) => seen(await transport.call("registry_open", { name, base64 })),
    remap: async ({ file }, map) => seen(await transport.call("registry_remap", { file, map: fieldsOf(map) })),
    bringIn: async ({ file }) => ({ ...(await transport.call("registry_import", { file })), ended: 0 }),
    progress: (file) => transport.call("registry_progress", { file }),
    cancel: (file) => transport.call("registry_cancel", { file }),
  };
  return <ImportDesk way={way} />;
}

function seen(preview: Preview): FilePreview {
  return { ...preview, has_key: preview.has_serial, fields, ended: 0 };
}

function fieldsOf(map: FieldMap): Record<string, RegistryField | null> {
  const known = (name: string | null) => fields.find((field) => field === name) ?? null;
  return Object.fromEntries(Object.entries(map).map(([heading, name]) => [heading, known(name)]));
}
