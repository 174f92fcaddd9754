SELECT symptom, fault, cause, action, position, note FROM diagnosis_line
WHERE diagnosis = :diagnosis
ORDER BY place
