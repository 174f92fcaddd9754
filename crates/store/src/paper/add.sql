INSERT INTO paper (id, ticket, form, language, blob, pages, made_at, printed_to, printed_at)
VALUES (:id, :ticket, :form, :language, :blob, :pages, :made_at, '', NULL)
