// What was forgotten.
MATCH (f:Forgotten)
RETURN properties(f) AS forgotten
