// The collections that hold one of these articles (null: all), with how many articles and stories are in each.
MATCH (c:Collection)<-[:COLLECTED_IN]-(a:Article)
OPTIONAL MATCH (a)-[:TELLS]->(s:Story)
WITH c, count(DISTINCT a.id) AS articles, count(DISTINCT s.id) AS stories,
     max(CASE WHEN $articles IS NULL OR a.id IN $articles THEN 1 ELSE 0 END) AS asked
WHERE asked = 1
RETURN c.id AS id, c.name AS name, articles, stories
