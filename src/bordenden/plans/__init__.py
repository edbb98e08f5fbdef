"""Plans: her own words, goals, and small steps."""
