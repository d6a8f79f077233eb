// These articles with their texts, and how they were read.
UNWIND $articles AS article
MATCH (a:Article {id: article})
RETURN a.id AS id, a.text AS text, a.byline AS byline, a.disclaimers AS disclaimers,
       a.reader AS reader, a.fingerprint AS fingerprint
