"""What became of her after the course: asked after 1, 3, 6 and 12 months, and she may leave it unanswered."""
