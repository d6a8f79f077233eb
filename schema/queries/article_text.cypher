// title: The text of an article
// answers: What does an article say, word for word? Offsets of quotes and names count in this text.
// parameter article: address, or id or the start of it
// column id: id of the article
// column title: headline
// column publisher: publisher as the article states it
// column published: date of publication
// column text: the text
MATCH (a:Article)
WHERE $article IS NULL OR a.url = $article OR a.id STARTS WITH $article
RETURN a.id AS id, a.title AS title, a.publisher AS publisher, a.published AS published, a.text AS text
ORDER BY a.published, a.id
