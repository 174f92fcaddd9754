### Accessories: words for the codes of default_accessories in domain/intake.rs, for screens and paper alike.
accessory-battery = Battery
accessory-charger = Charger
accessory-data_cable = Data cable
accessory-lens_cap = Lens cap
accessory-strap = Strap
accessory-carrying_case = Carrying case
accessory-manual = Manual
accessory-adapter_board = Adapter board
accessory-antistatic_box = Antistatic box
accessory-test_report = Factory test report
