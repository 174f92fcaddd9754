### Why a policy pack was refused. The ids are the codes of crates/eligibility/src/policy/refusal.rs. What a file writes
### stands here as it is written: fields, codes, clauses; a claim that shows the fault is named in words.

# Where it is, before the sentence.
pack_fault = { $file }, line { $line }: { $fault }

## The file

pack_fault-not_text = this is not UTF-8 text
pack_fault-too_large = a pack has at most { $max_bytes } bytes
pack_fault-not_toml = this line is not TOML: { $found }
pack_fault-key_twice = this key or table stands twice: { $found }
pack_fault-unknown_field = there is no field "{ $field }" here; it can have { $known }
pack_fault-missing_field = "{ $field }" is missing
pack_fault-unknown_code = "{ $found }" is not known here; it can be { $known }
pack_fault-not_a_number = { $found } is not a whole number from 0
pack_fault-not_a_text = { $found } is not a text in quotes
pack_fault-not_yes_or_no = { $found } is neither true nor false
pack_fault-not_a_date = { $found } is not a date; write "YYYY-MM-DD"
pack_fault-wrong_form = this has another form than belongs here: { $found }

## The head

pack_fault-id_shape = the id of a pack is letters, digits, - and _
pack_fault-version_shape = "{ $found }" is not a version: numbers between dots
pack_fault-supersedes_newer = a pack supersedes a version older than its own
pack_fault-dates_turned = effective_to lies before effective_from
pack_fault-pack_rank = a pack of this kind has the rank { $rank }

## Entry by entry

pack_fault-twice = the { $entry } of { $key } stands twice
pack_fault-out_of_place = the { $entry } of { $key } does not belong here
pack_fault-missing = the { $entry } of { $key } is missing
pack_fault-no_words = the { $entry } of { $key } has no words in { $field }
pack_fault-wrong_language = the { $entry } of { $key } has words of another language in { $field }
pack_fault-clause_of_other_rank = this { $entry } cites { $clause }, which is { $rank }; entries cite clauses of the commitment itself
pack_fault-clause_fixed = this { $entry } cites { $clause }; every verdict cites { $wanted } for it
pack_fault-clause_of_two = clause { $clause } takes something away and is cited twice, by { $other } and by { $entry }: a verdict that names it would be read two ways
pack_fault-unknown_clause = clause { $clause } is cited, and the pack has no such clause
pack_fault-above_most = { $number } is more than { $most }
pack_fault-nought = a period, a floor or a time to reply is at least 1
pack_fault-months_or_alternative = give months, or alternative_months for the cell that table 2.T leaves blank, not both
pack_fault-defect_proven_elsewhere = unless_defect_proven belongs to consumable, and only there
pack_fault-normal_sale_outside = normal sales cannot be outside: the commitment is made for them
pack_fault-reading_switch = reading { $reading } is the switch { $switch } with the options { $options }
pack_fault-reading_choice = reading { $reading } chooses one of { $options }
pack_fault-reading_beyond_facts = reading { $reading } cannot choose { $chosen }: the facts do not carry what it needs; choose { $ours }
pack_fault-half_signed = reading { $reading } is signed by a name and on a day, or not at all
pack_fault-no_country = unreachable: a provision without a country applies to no claim
pack_fault-country_shape = "{ $found }" is not a country; write two capital letters
pack_fault-unknown_country = there is no country "{ $found }"
pack_fault-law_pack = this is a pack of law, and a commitment is wanted here
pack_fault-days_and_months = a limit is in days or in months, not both

## The pack as a whole

pack_fault-unranked_conflict = conflict without an order: { $prevailing } ({ $upper }) must prevail over { $yielding } ({ $lower }), which decides differently, such as on { $example }
pack_fault-ranks_turned = ranks turned round: { $prevailing } ({ $upper }) must prevail over { $yielding } ({ $lower }), which decides differently, such as on { $example }
pack_fault-order_turned = order turned round: { $upper } must prevail over { $lower }
pack_fault-never_granted = unreachable: clause { $clause } gives no claim at all the remedy { $remedy }
pack_fault-user_caused_unreachable = unreachable in clause { $clause }: user_caused is about what stands beside a product fault, and contradicts_product_fault rules that out
pack_fault-defect_proven_unreachable = unreachable in clause { $clause }: contradicts_product_fault rules out the proven defect of unless_defect_proven
pack_fault-nothing_to_lift = unreachable in clause { $clause }: lifted_by has nothing to lift
pack_fault-gap = gap: a complete claim gets no answer on { $remedy } and waits for { $need } (clause { $clause }), such as { $example }
pack_fault-incoherent = incoherent: a claim is granted { $granted } ({ $granted_by }) and denied { $denied } ({ $denied_by }), such as { $example }

## Beside the packs in force

pack_fault-other_commitment = { $id } is another commitment than { $own }
pack_fault-not_newer = packs are rolled forward only: { $version } is not newer than { $there }, which is there
pack_fault-superseded_missing = it supersedes { $version }, which is not there
pack_fault-overlap = overlapping dates: { $version } and { $there } are both in force for goods bought on { $day }, and { $version } does not supersede { $there }
pack_fault-overlap_early = overlapping dates: { $version } and { $there } are both in force for the earliest purchases, and { $version } does not supersede { $there }
