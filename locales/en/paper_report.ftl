# The report of the test bench
paper-report-title = Bench report
paper-report-note = What was measured and found. What follows from it for the customer stands on other papers.
paper-report-findings = Found and done
paper-report-sheet = Measured
paper-report-parameter = Parameter
paper-report-standard = Standard
paper-report-value = Measured
paper-report-result = Result
paper-report-made = { $date }, { $who }
paper-report-instrument = Instrument: { $name } { $serial }, calibrated until { $due }
paper-report-instrument-expired = Instrument: { $name } { $serial }, calibration ended { $due }
paper-report-ambient = Surroundings: { $celsius } °C, { $humidity } % RH
paper-report-soak-none = No fault showed itself
paper-report-frame-before = Image before: { $name }
paper-report-frame-after = Image after: { $name }
form-report = Bench report
error-no_bench_report = Nothing was measured or diagnosed on this unit yet. Nothing was printed. Record a bench sheet or a diagnosis first.
