"""The audit: who did what, and who looked; append only, no foreign keys, chained in sealed blocks."""
