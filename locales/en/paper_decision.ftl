# The decision letter
paper-decision-title = Decision on your claim
paper-decision-intro = What we decided on the facts below, by the After-sales Service Commitment. Keep this letter.
paper-decision-date = Date of the decision
paper-decision-decided = Decision
paper-decision-facts = Facts it rests on
paper-decision-fact = Fact
paper-decision-value = Known as
paper-decision-source = From
paper-decision-as-stated = as stated at check-in or found by us
paper-decision-steps = What you can do
paper-decision-claim-by = { $remedy }: granted; tell us by { $day }.
paper-decision-covered-to = { $remedy }: covered up to { $day }.
paper-decision-choose = Where more than one is granted, you choose which; tell us in your own words.
paper-decision-paid = Repair against payment: you get a quote first; work begins only after you agreed to it (4.2).
paper-decision-unrepaired = You can have the unit back as it came.
paper-decision-object = If you do not agree, tell us or the company at the contacts below and say why; new papers or facts are always looked at, and a person decides again.
paper-decision-contacts = Contacts
paper-decision-law = Mandatory law and your purchase contract prevail over the commitment (2.1). This letter takes none of those rights away; time limits the law sets are not changed by it.
paper-decision-sign = For the centre
paper-decision-basis = Policy pack
paper-decision-by-granted = Granted by decision of { $name }, { $on } ({ $kind }){ $clause ->
    [none] {""}
   *[other] , { $clause }
 }
paper-decision-by-denied = Not granted by decision of { $name }, { $on } ({ $kind }){ $clause ->
    [none] {""}
   *[other] , { $clause }
 }
