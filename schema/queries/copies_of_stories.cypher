// title: Copies of a story
// answers: Which texts stand in several places, and where?
// parameter title: part of the title of one of the articles; without it all
// column story: title of the earliest article
// column title: title of the article
// column publisher: who published it
// column published: date of publication
// column url: address of the article
// column id: id of the story
MATCH (s:Story)<-[:TELLS]-(a:Article)
WHERE s.articles > 1
  AND ($title IS NULL
       OR any(one IN [(s)<-[:TELLS]-(o:Article) | coalesce(o.title, '')] WHERE toLower(one) CONTAINS toLower($title)))
OPTIONAL MATCH (a)-[:PUBLISHED_BY]->(w:Publisher)
RETURN s.title AS story, a.title AS title, w.name AS publisher, a.published AS published, a.url AS url, s.id AS id
ORDER BY story, id, published, a.id
