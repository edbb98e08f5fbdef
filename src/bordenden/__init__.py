"""The platform behind citizen-led employment work: the citizen sits at the head of the table."""
