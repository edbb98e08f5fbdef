"""Addresses of this door."""

from django.urls import URLPattern, path

from bordenden.web.citizen.views.contacts import contacts
from bordenden.web.citizen.views.development import development
from bordenden.web.citizen.views.question import question
from bordenden.web.citizen.views.sheet_done import sheet_done
from bordenden.web.citizen.views.sheet_start import sheet_start
from bordenden.web.citizen.views.table import table

urlpatterns: list[URLPattern] = [
    path("bord/<uuid:pk>/", table, name="table"),
    path("bord/<uuid:pk>/vurdering/", sheet_start, name="sheet_start"),
    path("vurdering/<uuid:pk>/<int:number>/", question, name="question"),
    path("vurdering/<uuid:pk>/faerdig/", sheet_done, name="sheet_done"),
    path("bord/<uuid:pk>/udvikling/", development, name="development"),
    path("bord/<uuid:table>/kontakt/", contacts, name="contacts"),
]
