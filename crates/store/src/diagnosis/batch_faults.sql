SELECT diagnosis_line.fault AS fault, count(DISTINCT intake.serial) AS units
FROM intake
JOIN diagnosis ON diagnosis.ticket = intake.id
JOIN diagnosis_line ON diagnosis_line.diagnosis = diagnosis.id
WHERE intake.serial >= :from AND intake.serial < :to AND intake.model = :model AND diagnosis.made_on >= :since
  AND NOT EXISTS (SELECT 1 FROM diagnosis AS later WHERE later.ticket = diagnosis.ticket
                  AND (later.made_at, later.rowid) > (diagnosis.made_at, diagnosis.rowid))
GROUP BY diagnosis_line.fault
HAVING units >= :units_min
ORDER BY units DESC, fault
