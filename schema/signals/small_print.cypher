// An article in which the person speaks says in small print that names were changed, that it is fiction or that
// AI made it. That it gives no advice or is paid for says nothing about whom it quotes.
UNWIND $persons AS id
MATCH (p:Person {id: id})-[:QUOTED_IN]->(a:Article)
WHERE 'expert' IN p.kinds OR p.stories > 1
UNWIND a.disclaimers AS about
WITH p, a, about
WHERE about IN ['ai', 'fiction', 'names-changed']
WITH p, a, about ORDER BY about, a.id
WITH p, collect(DISTINCT about) AS told, collect(DISTINCT a.id) AS evidence
RETURN p.id AS person, 'closer' AS polarity, 1 AS weight,
       ['articles', toString(size(evidence)),
        'disclaimers', reduce(list = head(told), about IN tail(told) | list + ', ' + about)] AS params, evidence
