// Give a new store its facts; what is there already stays.
MERGE (m:Meta {id: 'store'})
SET m.schema_version = coalesce(m.schema_version, $schema_version),
    m.database_id = coalesce(m.database_id, $database_id),
    m.build = coalesce(m.build, 0)
