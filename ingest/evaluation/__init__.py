"""How well reading finds what people found: extraction measured against texts annotated by hand.

    gold.py          what people found in a text, and reading it from a file
    predictions.py   what `zegsman extract` wrote, read again
    decoding.py      JSON into data classes, for both
    likeness.py      when two names, roles or stretches of text count as the same
    matching.py      which of what was found is which of what is there
    measures.py      the measures of one document, as counts that add up
    breakdown.py     the same by style of quotation and by rule
    mistakes.py      each mistake, in the words around it
    intervals.py     how far a figure may be from what other documents would give
    report.py        all of it over a set of documents

Everything but the reading of files is pure. Nothing here decides what is found, so nothing here is part of
the fingerprint of a reading.
"""
