INSERT INTO enquiry (id, way, received_at, reply_due_at, customer, words, result, result_words, result_at, recorded_by,
                     is_open)
VALUES (:id, :way, :received_at, :reply_due_at, :customer, :words, NULL, '', NULL, :recorded_by, 1)
