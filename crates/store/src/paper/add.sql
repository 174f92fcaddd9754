INSERT INTO paper (id, ticket, consignment, form, language, blob, pages, made_at, printed_to, printed_at)
VALUES (:id, :ticket, :consignment, :form, :language, :blob, :pages, :made_at, '', NULL)
