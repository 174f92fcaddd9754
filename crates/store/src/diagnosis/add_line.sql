INSERT INTO diagnosis_line (diagnosis, place, symptom, fault, cause, action, position, note)
VALUES (:diagnosis, :place, :symptom, :fault, :cause, :action, :position, :note)
