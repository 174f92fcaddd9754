UPDATE enquiry
SET way = :way, received_at = :received_at, reply_due_at = :reply_due_at, customer = :customer, words = :words
WHERE id = :id
