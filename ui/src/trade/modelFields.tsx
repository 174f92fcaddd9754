// What the master of a model says, field by field, in words: shown among the masters and beside a unit.

import type { ReactNode } from "react";
import type { Catalogue } from "../i18n/catalogue";
import type { Model } from "../ipc/types.generated";
import { Code } from "./words";

/** The name of a field (`master_field-*`) and its value; empty where nothing is stated. */
export type Field = readonly [name: string, value: ReactNode];

export function modelFields({ t, say }: Catalogue, model: Model): Field[] {
  return [
    ["model", <Code key="model">{model.code}</Code>],
    ["name_zh", model.name_zh],
    ["name_en", model.name_en],
    ["product_class", model.product_class === null ? null : t(`product_class-${model.product_class}`)],
    ["kit", model.kit.map((item) => say(`accessory-${item}`, {}, item)).join(t("list-separator"))],
    [
      "specification",
      model.specification.length === 0 ? null : (
        <ul key="specification">
          {model.specification.map((line) => (
            <li key={line.parameter}>
              {line.parameter} <b>{[line.value, line.unit].filter((part) => part !== "").join(" ")}</b>
            </li>
          ))}
        </ul>
      ),
    ],
    ["serial_pattern", model.serial_pattern === null ? null : <Code key="pattern">{model.serial_pattern}</Code>],
    ["successor", model.successor],
    ["firmware", model.firmware],
    [
      "documents",
      model.documents.length === 0 ? null : (
        <ul key="documents">
          {model.documents.map((document) => (
            <li key={document.title}>
              {document.title} <small>{document.target}</small>
            </li>
          ))}
        </ul>
      ),
    ],
    ["is_current", yesOrNo(t, model.is_current)],
  ];
}

export function yesOrNo(t: Catalogue["t"], value: boolean | null): string | null {
  return value === null ? null : t(value ? "value-yes" : "value-no");
}
