INSERT INTO attachment (id, ticket, draft, consignment, blob, name, media_type, shows, added_at, removed_at)
VALUES (:id, :ticket, :draft, :consignment, :blob, :name, :media_type, :shows, :added_at, NULL)
