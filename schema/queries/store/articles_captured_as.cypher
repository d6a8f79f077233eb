// Articles read from one of these originals.
UNWIND $captures AS capture
MATCH (:Capture {id: capture})<-[:CAPTURED_AS]-(a:Article)
RETURN DISTINCT a.id AS id
