"""A form of one button."""

from django import forms


class WholeForm(forms.Form):
    """A single button: no fields, only what may be wrong with the whole."""
