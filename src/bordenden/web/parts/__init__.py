"""What is shown the same way at several doors: her words, her curve, a contact, the list of looks."""
