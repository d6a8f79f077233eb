// What tells the copies of every article: a sample of its word 5-grams.
MATCH (a:Article)
RETURN a.id AS id, a.shingles AS shingles
