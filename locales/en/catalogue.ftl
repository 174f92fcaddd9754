## The catalogue of the test bench and the short lists of a diagnosis

catalogue-title = Test bench and short lists
catalogue-sub = { $version ->
    [0] As shipped
   *[other] Version { $version }
  }
catalogue-explain = What is measured on each class and against what, and the lists a diagnosis is chosen from.
catalogue-open-page = Open
catalogue-shown = Shown
catalogue-list-parameter = Measured
catalogue-list-symptom = Symptoms
catalogue-list-fault = Faults
catalogue-list-cause = Causes
catalogue-list-action = Actions
catalogue-list-position = Positions
catalogue-add = Add an entry
catalogue-change = Change { $name }
catalogue-save = Save as a new version
catalogue-saved = Version { $version } saved. Earlier sheets and diagnoses keep what they say.
catalogue-take-out = Measure no more
catalogue-code = Code
catalogue-code-note = Lower-case letters, digits and _; records name it
catalogue-name = Name
catalogue-zh = Name in Chinese
catalogue-en = Name in English
catalogue-also = Other names
catalogue-also-note = As data sheets and files of test benches call it, with commas between
catalogue-unit = Unit
catalogue-limit = Held against
catalogue-measured = Measured on
catalogue-standard = Standard, { $class }
catalogue-standard-note = Empty: only the master of a model says it
catalogue-by-model = by model
catalogue-required = Required
catalogue-required-on = Required: { $sheet }
catalogue-finding = For the commitment
catalogue-open = Cause not shown: asks the warranty approver
catalogue-by-cause = By its cause
catalogue-defect = Defect of material or workmanship (5.7)
catalogue-defect-not_examined = Not examined
catalogue-defect-proven = Proven
catalogue-defect-disproved = Disproved
catalogue-meaning-fixed = For the commitment: { $finding }. That does not change; add another entry for another meaning.
catalogue-needs_note = Needs words beside it
catalogue-retire = Retired: not offered any more
catalogue-state = State
catalogue-retired = Retired
catalogue-versions = Versions
catalogue-version = Version { $version } · { $who } · { $when }
catalogue-shipped = As shipped
catalogue-back = Take up again
catalogue-back-to = { $version ->
    [0] Take up what was shipped
   *[other] Take up version { $version }
  }
catalogue-back-explain = A new version says the same as this one. Entries that were added since are retired, not lost.
limit_kind-max = At most
limit_kind-min = At least
limit_kind-range = Between
limit_kind-equal = Equal to
limit_kind-yes_no = Works or not
