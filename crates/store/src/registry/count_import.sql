UPDATE registry_import SET imported = :imported, updated = :updated, unchanged = :unchanged WHERE id = :id
