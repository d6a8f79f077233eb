// What the store covers: how many articles, how many of them without a date, and from when to when.
MATCH (a:Article)
RETURN count(a) AS articles, count(a) - count(a.published) AS undated,
       min(a.published) AS first, max(a.published) AS last
