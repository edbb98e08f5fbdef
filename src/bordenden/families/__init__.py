"""A family's plan: who is at the family's table, a part for each, and what each lets the others read."""
