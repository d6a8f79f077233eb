// All stories of the person link to one and the same domain outside the publications, at different owners.
//
// Everybody links to what stands in the list below, to other publications, and to the person's own organisation; a
// study is linked to once or twice. So three stories at least, of two owners or more. The real articles at hand came
// without links: of how many real experts it holds is not known. Depends, beyond the person's own articles, on which
// domains are publishers', and who owns the person's.
UNWIND $persons AS id
MATCH (p:Person {id: id})
WHERE 'expert' IN p.kinds AND p.stories > 2
MATCH (p)-[q:QUOTED_IN]->(a:Article)-[l:LINKS_TO]->(s:Site)
WHERE none(known IN ['facebook.com', 'instagram.com', 'twitter.com', 'x.com', 'linkedin.com', 'youtube.com', 'youtu.be',
                     'tiktok.com', 'pinterest.com', 'bsky.app', 'threads.net', 'whatsapp.com', 'wa.me', 't.me',
                     'spotify.com', 'apple.com', 'google.com', 'google.nl', 'goo.gl', 'bit.ly', 'wikipedia.org',
                     'doi.org', 'nih.gov', 'who.int', 'bol.com', 'amazon.nl', 'amazon.com.be', 'amazon.com',
                     'cbs.nl', 'rijksoverheid.nl', 'rivm.nl', 'statbel.fgov.be', 'sciensano.be', 'vlaanderen.be']
           WHERE s.domain = known OR s.domain ENDS WITH '.' + known)
  AND none(own IN p.affiliations WHERE toLower(l.text) CONTAINS toLower(own))
  AND NOT EXISTS { MATCH (w:Publisher) WHERE w.domain = s.domain }
OPTIONAL MATCH (a)-[:PUBLISHED_BY]->(w:Publisher)
WITH p, s, count(DISTINCT q.story) AS stories, count(DISTINCT coalesce(a.agency, w.owner, w.id)) AS owners,
     collect(DISTINCT a.id) AS evidence
WHERE stories = p.stories AND owners > 1
WITH p, s.domain AS site, evidence ORDER BY site
WITH p, collect(site) AS sites, collect(evidence)[0] AS evidence
RETURN p.id AS person, 'closer' AS polarity, 2 AS weight,
       ['sites', reduce(list = head(sites), site IN tail(sites) | list + ', ' + site),
        'stories', toString(p.stories)] AS params, evidence
