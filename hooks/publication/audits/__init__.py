"""Record -> validated model: one module a rule book, `catalogue` for the rules between records."""
