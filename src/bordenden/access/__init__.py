"""Who may: acts as a readable table, relations as data, and the three ways through the gate."""
