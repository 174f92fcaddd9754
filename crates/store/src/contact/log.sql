INSERT INTO contact (id, enquiry, ticket, way, direction, is_reached, party, words, said_at, logged_at, logged_by, attempt,
                     checked, closes, withdrawn_at, withdrawn_why)
VALUES (:id, :enquiry, :ticket, :way, :direction, :is_reached, :party, :words, :said_at, :logged_at, :logged_by, :attempt,
        :checked, :closes, NULL, '')
