// Policy packs as a real station gives them: one in force, some law beside it, and what a later one would change.

import type { PackDiff, PackShelf } from "../src/ipc/types.generated";
import { verdict } from "./fixtures";

const inForce = verdict.policy;

/** The pack in force, as far as a screen can tell packs apart: some clauses, some readings. */
export const shelf: PackShelf = {
  policies: [
    {
      page: {
        reference: inForce,
        title: { zh: "售后服务承诺", en: "After-sales Service Commitment" },
        source: "the manufacturer's published commitment",
        effective_from: null,
        effective_to: null,
        supersedes: null,
        ranks: [
          { source: "contract", order: 2, says: { zh: "以购销合同为准。", en: "The purchase contract prevails." } },
          { source: "policy", order: 3, says: { zh: "本承诺。", en: "The commitment itself." } },
        ],
        clauses: [
          {
            id: "3.2",
            rank: "policy",
            summary: { zh: "自原购买日起 30 天内,可换货或免费维修。", en: "Within 30 days: exchange or free repair." },
          },
          { id: "3.3", rank: "policy", summary: { zh: "自原购买日起 7 天内，可退货。", en: "Within 7 days: refund." } },
          { id: "5.8b", rank: "policy", summary: { zh: "不能出示发票。", en: "No valid invoice can be produced." } },
          { id: "CC203", rank: "default_law", summary: { zh: "遇休假日顺延。", en: "Moves to the day after the rest ends." } },
        ],
        periods: [
          { clause: "2.T", product_class: "terminal", claim_object: "whole", months: 24, alternative_months: null },
          { clause: "2.T", product_class: "detector", claim_object: "part", months: null, alternative_months: 3 },
        ],
        floor: { clause: "2.2", months: 3 },
        windows: [
          { clause: "3.3", remedy: "refund", days: 7 },
          { clause: "3.2", remedy: "exchange", days: 30 },
        ],
        cycle: { target_working_days: 10, limit_working_days: 20 },
        reply_hours: 24,
        sale_kinds: [
          { clause: "2.1", kind: "normal", effect: "full", lifted_by: null },
          { clause: "3.3.N", kind: "special_price", effect: "no_return_or_exchange", lifted_by: "special_price_return" },
        ],
        exclusions: [
          {
            clause: "5.2",
            finding: "misuse_or_environment",
            user_caused: true,
            contradicts_product_fault: false,
            unless_defect_proven: false,
          },
        ],
        evidence: [{ clause: "5.8b", wanting: "purchase_proof" }],
        readings: [
          {
            number: 2,
            switch: "first_day_of_windows",
            options: ["purchase_day_is_day_0", "purchase_day_is_day_1"],
            chosen: "purchase_day_is_day_0",
            level: "inform",
            signature: { signed_by: "pack editors", signed_on: "2026-11-22" },
            needs_a_person: false,
            says: { zh: "购买当日不计入。", en: "The day of purchase is day 0." },
          },
          {
            number: 8,
            switch: "certificate_and_proof",
            options: ["both_needed", "only_lacking_both"],
            chosen: "both_needed",
            level: "adjudicate",
            signature: null,
            needs_a_person: true,
            says: { zh: "质保凭证与发票缺一不可。", en: "Certificate and invoice are both needed." },
          },
        ],
      },
      in_force: true,
      installed_at: null,
      signed_by: null,
    },
  ],
  laws: [
    {
      page: {
        reference: { id: "law-eu-consumer", version: "2026.1", hash: "1a2b3c4d" },
        title: { zh: "欧盟消费者法", en: "EU consumer law" },
        source: "Official Journal",
        rank: "mandatory_law",
        effective_from: null,
        effective_to: null,
        supersedes: null,
        provisions: [
          {
            id: "eu_withdrawal",
            law: "Directive 2011/83/EU art. 9",
            countries: ["DE", "FR"],
            buyer: "consumer",
            purchase_channel: "online",
            within_days: 14,
            within_months: null,
            confidence: "medium",
            says: { zh: "远程购买可在 14 天内撤回。", en: "Bought at a distance: withdrawal within 14 days." },
          },
        ],
      },
      in_force: true,
      installed_at: null,
      signed_by: null,
    },
  ],
  set_aside: [],
  trusted: [],
};

/** A pack that gives the exchange 45 days, beside the one in force. */
export const packDiff: PackDiff = {
  packs: {
    before: inForce,
    after: { id: "jp", version: "2027.1", hash: "77" },
    entries: [{ list: "windows", entry: "exchange", before: { days: 30 }, after: { days: 45 } }],
    claims: 415_000,
    claims_changed: 1_200,
    regions: [
      {
        remedy: "exchange",
        before: { outcome: "denied", needs: [] },
        after: { outcome: "granted", needs: [] },
        conditions: [
          { aspect: "findings", any_of: ["product_fault"], none_of: [], days: [] },
          {
            aspect: "claim_day",
            any_of: [],
            none_of: [],
            days: [{ after: { days: 30 }, up_to: { days: 45 }, is_before_purchase: false }],
          },
        ],
        claims: 1_200,
        example: {},
        clauses_before: ["3.2"],
        clauses_after: ["3.2"],
      },
    ],
  },
  tickets: {
    checked: 86,
    outside: 0,
    changed: [
      {
        id: "0193-00411",
        rma: "CD01-A7K3M-00411-K",
        remedies: [
          { remedy: "exchange", before: { outcome: "denied", needs: [] }, after: { outcome: "needs", needs: ["diagnosis"] }, unsigned_before: true, unsigned_after: false },
        ],
      },
    ],
  },
};
