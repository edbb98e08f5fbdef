"""The look of the product, tested without any domain."""
