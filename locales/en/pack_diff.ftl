# What two policy packs decide differently, as the command line and the window tell it. Remedies, outcomes and needs are
# in verdict.ftl; sale kinds, findings and wanting evidence have the words of their own screens.

pack_diff-claims = { $changed ->
    [0] The two packs decide all { $claims } kinds of complete claims alike.
    [one] One of { $claims } kinds of complete claims is decided differently:
   *[other] { $changed } of { $claims } kinds of complete claims are decided differently:
}
pack_diff-tickets = { $checked ->
    [one] One work order was checked
   *[other] { $checked } work orders were checked
}: { $changed ->
    [0] none would be decided differently
    [one] one would be decided differently
   *[other] { $changed } would be decided differently
}{ $outside ->
    [0] .
   *[other] ; { $outside } were bought outside the second pack's dates and stay with their own.
}
pack_diff-product_class = product
pack_diff-claim_object = claimed
pack_diff-claim_day = day of the claim
pack_diff-sale = sold as
pack_diff-findings = found
pack_diff-wanting = evidence
pack_diff-accessories = accessories complete
pack_diff-consent = consent to the return
pack_diff-situation = situation
pack_diff-true = yes
pack_diff-false = no
pack_diff-none_of = all but { $values }
pack_diff-days-before = before the purchase
pack_diff-days-any = on any day
pack_diff-days-to = from the purchase up to { $up_to }
pack_diff-days-from = after { $after }
pack_diff-days-from-to = after { $after }, up to { $up_to }
pack_diff-cut-purchase = the day of purchase
pack_diff-cut-days = { $count ->
    [one] one day
   *[other] { $count } days
}
pack_diff-cut-months = { $count ->
    [one] one month
   *[other] { $count } months
}
contract_term-special_price_return = contract allows return
contract_term-unit_months = contract gives the unit a period
contract_term-covers_borrowed = contract covers borrowed units
sale_kind-contract_unseen = contract not seen
finding-none = no fault found
finding-consumable_defect = defect of the consumable proven
wanting-nothing = nothing is wanting
situation-ordinary = ordinary dates, no earlier repair
situation-rest_day = claimed on the rest day after the last day
situation-short_month = bought on a day that the last month lacks
situation-two_dates = voucher five days older than the contract
situation-other_part_repaired = another part repaired ten days before
situation-unit_repaired = unit repaired or replaced ten days before
situation-tail_over = repaired a day longer before than the shorter of the two floors (2.2)
