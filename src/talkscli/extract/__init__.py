"""Facts, entities, dates and quotations of a document: what `talks build` makes."""
