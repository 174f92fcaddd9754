SELECT week.key AS place, intake.model AS model, max(intake.serial) AS serial, intake.dealer AS dealer,
       diagnosis_line.fault AS fault, count(DISTINCT diagnosis.id) AS diagnoses
FROM json_each(:weeks) AS week
JOIN diagnosis INDEXED BY diagnosis_day
  ON diagnosis.made_on BETWEEN week.value ->> '$.first_on' AND week.value ->> '$.last_on'
JOIN diagnosis_line ON diagnosis_line.diagnosis = diagnosis.id
JOIN intake ON intake.id = diagnosis.ticket
WHERE diagnosis_line.fault NOT IN (SELECT value FROM json_each(:not_faults))
  AND NOT EXISTS (SELECT 1 FROM diagnosis AS later
                  WHERE later.ticket = diagnosis.ticket
                    AND later.made_on BETWEEN week.value ->> '$.first_on' AND week.value ->> '$.last_on'
                    AND (later.made_at, later.rowid) > (diagnosis.made_at, diagnosis.rowid))
GROUP BY week.key, intake.model, rtrim(intake.serial, '0123456789'), intake.dealer, diagnosis_line.fault
