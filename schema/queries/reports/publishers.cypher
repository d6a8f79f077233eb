// Who publishes the articles of the store.
MATCH (w:Publisher)
RETURN w.name AS name, w.domain AS domain, w.owner AS owner
ORDER BY name
