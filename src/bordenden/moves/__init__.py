"""Moving to another municipality: she is asked, what is hers is laid on a new table, the old one is closed."""
