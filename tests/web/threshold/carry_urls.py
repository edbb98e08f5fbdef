"""A house with one form, for the tests of what is carried over an expired login."""

from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.template import engines
from django.urls import include, path

from bordenden.access import acts
from bordenden.pathways.models import Table
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

PAGE = "<form method=post>{% csrf_token %}{{ form }}<button>Gem</button></form>"


class NoteForm(forms.Form):
    text = forms.CharField(widget=forms.Textarea)
    form_key = forms.UUIDField(widget=forms.HiddenInput)


@opens(acts.TABLE_READ)
def note(visit: Visit[Table], pk: UUID) -> HttpResponse:
    visit.reach(pk)
    form = NoteForm(visit.posted)
    if form.is_valid():
        return HttpResponse(f"gemt: {form.cleaned_data['text']}")
    return HttpResponse(engines["django"].from_string(PAGE).render({"form": form}, visit.request))


urlpatterns = [path("notat/<uuid:pk>/", note, name="note"), path("", include("bordenden.web.urls"))]
