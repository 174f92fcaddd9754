# The names of a pack's entries and fields, in a comparison of two packs; the same on the command line and in the window.
# The codes are the fields of eligibility/policy/page.rs.

pack_list-title = Title
pack_list-source = Source of the text
pack_list-effective_from = In force from
pack_list-effective_to = In force until
pack_list-supersedes = Supersedes
pack_list-ranks = Order of law
pack_list-clauses = Clause
pack_list-periods = Warranty period
pack_list-floor = At least after repair or replacement
pack_list-windows = Days of refund and exchange
pack_list-cycle = Repair cycle
pack_list-reply_hours = Hours to answer an enquiry
pack_list-sale_kinds = Kind of sale
pack_list-exclusions = Exclusion
pack_list-evidence = Evidence
pack_list-readings = Reading

pack_field-zh = Chinese
pack_field-en = English
pack_field-clause = clause
pack_field-rank = rank
pack_field-summary = summary
pack_field-months = months
pack_field-alternative_months = months under the other reading
pack_field-days = days
pack_field-target_working_days = target in working days
pack_field-limit_working_days = limit in working days
pack_field-effect = effect
pack_field-lifted_by = lifted by which term of the contract
pack_field-user_caused = caused by the user
pack_field-contradicts_product_fault = contradicts a product fault
pack_field-unless_defect_proven = unless a defect is proven
pack_field-switch = what is read
pack_field-options = possible readings
pack_field-chosen = chosen reading
pack_field-level = level
pack_field-signature = signature
pack_field-needs_a_person = waits for a person
pack_field-says = says
