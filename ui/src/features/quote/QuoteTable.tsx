// What a quote says, alternative by alternative, with its sums.

import { useWords } from "../../i18n/i18n";
import type { QuoteRow } from "../../ipc/types.generated";
import { money } from "../../trade/money";
import css from "./Quote.module.css";
import { letter } from "./typed";

export function QuoteTable(props: { quote: QuoteRow }) {
  const { terms, sums } = props.quote;
  const words = useWords();
  const { t, language } = words;
  const amount = (minor: number | null | undefined) =>
    minor === null || minor === undefined ? t("quote-sum-too-large") : money(words, minor, terms.currency);
  return (
    <div>
      {terms.alternatives.map((one, place) => {
        const title = t(one.kind === "repair" ? "quote-alternative" : "quote-alternative-return", { letter: letter(place) });
        return (
          <section key={letter(place)} className={css["alternative"]} aria-label={title}>
            <h3>
              {title} {one.title}
            </h3>
            {one.lines.length === 0 ? (
              <p>{t("quote-lines-none")}</p>
            ) : (
              <table className={css["table"]}>
                <thead>
                  <tr>
                    <th scope="col">{t("field-quote_kind")}</th>
                    <th scope="col">{t("field-quote_title")}</th>
                    <th scope="col">{t("field-quote_quantity")}</th>
                    <th scope="col">{t("field-quote_unit")}</th>
                    <th scope="col">{t("field-quote_total")}</th>
                  </tr>
                </thead>
                <tbody>
                  {one.lines.map((line, at) => (
                    <tr key={`${line.code} ${line.name_zh} ${line.name_en} ${at}`}>
                      <td>{t(`quote_line-${line.kind}`)}</td>
                      <td>
                        {(language === "en" ? line.name_en || line.name_zh : line.name_zh || line.name_en) || "—"}{" "}
                        <small>{line.code}</small>
                      </td>
                      <td>{line.quantity}</td>
                      <td>{money(words, line.unit_minor, terms.currency)}</td>
                      <td>{amount(sums.lines_minor[place]?.[at])}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
            <p className={css["total"]}>{t("quote-total", { amount: amount(sums.totals_minor[place]) })}</p>
          </section>
        );
      })}
      {terms.is_tax_included !== null && <p>{t(terms.is_tax_included ? "quote-tax-included" : "quote-tax-excluded")}</p>}
      {terms.exception !== null && (
        <p>
          {t("named-value", { name: t("field-quote_exception"), value: `${t(`quote_exception-${terms.exception.ground}`)} · ${terms.exception.reference}` })}
        </p>
      )}
      {terms.note !== "" && <p>{terms.note}</p>}
    </div>
  );
}
