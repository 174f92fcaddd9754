-- Which steps of migrations/hq/postgres were done; asked before the first one.
CREATE TABLE IF NOT EXISTS schema_step (
  version BIGINT NOT NULL PRIMARY KEY -- number of the step's file
)
