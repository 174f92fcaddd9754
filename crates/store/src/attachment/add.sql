INSERT INTO attachment (id, ticket, draft, consignment, blob, name, media_type, added_at, removed_at)
VALUES (:id, :ticket, :draft, :consignment, :blob, :name, :media_type, :added_at, NULL)
