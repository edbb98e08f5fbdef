"""Tags and filters of the design, for templates."""
