"""The ground: clock, ids, Danish standards, field privacy, the read snapshot; no tables."""
