"""How a mentor describes the own profile; where the mentor comes from is the municipality's to say."""

from django import forms

from bordenden.web.parts.mentor_fields import MentorFields
from bordenden.web.threshold.drafting import DraftedForm


class MyMentoringForm(MentorFields, DraftedForm):
    """The own profile; `version` is the state of it that was shown."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)
