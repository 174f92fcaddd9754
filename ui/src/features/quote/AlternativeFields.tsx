// One alternative of a quote while it is typed: its lines, and what they come to.

import { useWords } from "../../i18n/i18n";
import type { Charge, LineKind } from "../../ipc/types.generated";
import { Button } from "../../kit/Button";
import { TextField } from "../../kit/Field";
import { Icon } from "../../kit/Icon";
import { Select } from "../../kit/Select";
import { amountOf, money } from "../../trade/money";
import css from "./Quote.module.css";
import { emptyLine, letter, standardLine, type TypedAlternative, type TypedLine } from "./typed";

const kinds: readonly LineKind[] = ["part", "labour", "inspection", "freight", "other"];

export function AlternativeFields(props: {
  alternative: TypedAlternative;
  place: number;
  currency: string;
  standard: readonly Charge[];
  /** What each line comes to, as far as it is known. */
  lines: ReadonlyArray<number | null>;
  total: number | null | undefined;
  /** Null takes the alternative away. */
  onChange: (change: (one: TypedAlternative) => TypedAlternative | null) => void;
}) {
  const { alternative, place, currency, standard, onChange } = props;
  const words = useWords();
  const { t, language } = words;
  const isRepair = alternative.kind === "repair";
  const name = t(isRepair ? "quote-alternative" : "quote-alternative-return", { letter: letter(place) });
  const add = (line: TypedLine) => onChange((one) => ({ ...one, lines: [...one.lines, line] }));
  const set = (key: number, change: Partial<TypedLine> | null) =>
    onChange((one) => ({
      ...one,
      lines: one.lines.flatMap((line) => (line.key !== key ? [line] : change === null ? [] : [{ ...line, ...change }])),
    }));
  const amount = (minor: number | null | undefined) =>
    minor === undefined ? "—" : minor === null ? t("quote-sum-too-large") : money(words, minor, currency);
  return (
    <section className={css["alternative"]} aria-label={name}>
      <h3 className={css["head"]}>
        {name}
        {isRepair && (
          <Button
            kind="quiet"
            label={t("quote-alternative-remove", { letter: letter(place) })}
            onPress={() => onChange(() => null)}
          >
            <Icon name="cross" />
          </Button>
        )}
      </h3>
      <TextField
        name={`quote.${place}.title`}
        label={t("field-quote_title")}
        value={alternative.title}
        onChange={(title) => onChange((one) => ({ ...one, title }))}
        maxLength={200}
      />
      {alternative.lines.length === 0 && <p>{t("quote-lines-none")}</p>}
      {alternative.lines.map((line, at) => (
        <div key={line.key} role="group" className={css["line"]} aria-label={t("quote-line-of", { line: at + 1 })}>
          <Select
            name={`quote.${place}.${at}.kind`}
            label={t("field-quote_kind")}
            value={line.kind}
            options={kinds.map((value) => ({ value, label: t(`quote_line-${value}`) }))}
            onChange={(kind) => set(line.key, { kind })}
            placeholder={t("choose")}
          />
          <TextField
            name={`quote.${place}.${at}.name_zh`}
            label={t("field-quote_name_zh")}
            value={line.nameZh}
            onChange={(nameZh) => set(line.key, { nameZh })}
            maxLength={200}
          />
          <TextField
            name={`quote.${place}.${at}.name_en`}
            label={t("field-quote_name_en")}
            value={line.nameEn}
            onChange={(nameEn) => set(line.key, { nameEn })}
            maxLength={200}
          />
          <TextField
            name={`quote.${place}.${at}.quantity`}
            label={t("field-quote_quantity")}
            value={line.quantity}
            onChange={(quantity) => set(line.key, { quantity })}
            error={/^\d{1,6}$/.test(line.quantity.trim()) ? null : t("quote_problem-quantity")}
            inputMode="numeric"
            maxLength={3}
          />
          <TextField
            name={`quote.${place}.${at}.unit`}
            label={t("field-quote_unit")}
            value={line.unit}
            onChange={(unit) => set(line.key, { unit })}
            error={amountOf(line.unit, currency) === undefined ? t("parcel-amount-needed") : null}
            inputMode="numeric"
            maxLength={13}
          />
          <p className={css["amount"]}>{amount(props.lines[at])}</p>
          <Button kind="quiet" label={t("quote-line-remove", { line: at + 1 })} onPress={() => set(line.key, null)}>
            <Icon name="cross" />
          </Button>
        </div>
      ))}
      <div className={css["buttons"]}>
        <Button onPress={() => add(emptyLine())}>{t("quote-line-add")}</Button>
        {standard.length === 0 ? (
          isRepair && <p>{t("quote-line-standard-none")}</p>
        ) : (
          <Select<string>
            name={`quote.${place}.standard`}
            label={t("quote-line-standard")}
            value={null}
            options={standard.map((charge) => ({
              value: charge.code,
              label: `${charge.code} ${language === "en" ? charge.name_en || charge.name_zh : charge.name_zh || charge.name_en} · ${money(words, charge.amount_minor, charge.currency)}`,
            }))}
            onChange={(code) => {
              const charge = standard.find((one) => one.code === code);
              if (charge !== undefined) add(standardLine(charge));
            }}
            placeholder={t("choose")}
          />
        )}
      </div>
      <p className={css["total"]} aria-live="polite">
        {t("quote-total", { amount: amount(props.total) })}
      </p>
    </section>
  );
}
