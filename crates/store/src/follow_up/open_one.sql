INSERT INTO follow_up (id, enquiry, ticket, kind, words, due_on, owner, opened_at, opened_by, ended, ended_at, ended_by,
                       end_words)
VALUES (:id, :enquiry, :ticket, :kind, :words, :due_on, :owner, :opened_at, :opened_by, NULL, NULL, '', '')
