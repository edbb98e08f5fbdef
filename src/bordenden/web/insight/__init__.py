"""The door of figures: project leader, agency, evaluator."""
