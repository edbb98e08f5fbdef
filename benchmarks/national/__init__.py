"""The statistics of an evaluation on made-up national data: what is measured, by whom, and how it is told."""
