SELECT attachment.id AS id, ticket, draft, consignment, blob, name, media_type, shows, added_at, blob.size AS size,
       blob.thumbnail IS NOT NULL AS has_thumbnail
FROM attachment JOIN blob ON blob.hash = attachment.blob
WHERE attachment.consignment = :owner AND attachment.removed_at IS NULL
ORDER BY attachment.added_at, attachment.id
