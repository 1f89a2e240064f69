-- What people search for, counted by day and basin: nothing tells who searched, and no two searches can be linked.
CREATE TABLE search_term (
    day INTEGER NOT NULL,
    -- The basin of the place searched; '' where none was named.
    basin TEXT NOT NULL CHECK (basin IN ('', 'moulins', 'vichy', 'montlucon')),
    term TEXT NOT NULL CHECK (length(term) BETWEEN 1 AND 60),
    searches INTEGER NOT NULL CHECK (searches > 0),
    -- Those among them that found nothing.
    empty INTEGER NOT NULL CHECK (empty BETWEEN 0 AND searches),
    PRIMARY KEY (day, basin, term)
) STRICT, WITHOUT ROWID;
