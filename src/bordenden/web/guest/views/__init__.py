"""One file a page; view, address, template and test share one name."""
