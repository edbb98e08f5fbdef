"""The look of the product: base page, components, forms and charts; it knows no domain."""
