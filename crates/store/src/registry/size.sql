SELECT coalesce(sum(imported), 0) AS size FROM registry_import
