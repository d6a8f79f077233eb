// The store's own facts.
MATCH (m:Meta {id: 'store'})
RETURN m.schema_version AS schema_version, m.database_id AS database_id, m.build AS build, m.ban_key AS ban_key,
       m.restoring AS restoring, m.publishers AS publishers
