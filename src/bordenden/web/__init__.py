"""The doors: citizen, guest, staff, insight, entry, over one threshold and one design."""
