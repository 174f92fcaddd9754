SELECT paper.id AS id, ticket, consignment, form, language, blob, pages, made_at, printed_to, printed_at, blob.size AS size
FROM paper JOIN blob ON blob.hash = paper.blob
WHERE paper.ticket = :ticket
ORDER BY made_at DESC, paper.id DESC
