"""Addresses of this door."""

from django.urls import URLPattern, path

from bordenden.web.citizen.views.contacts import contacts
from bordenden.web.citizen.views.development import development
from bordenden.web.citizen.views.question import question
from bordenden.web.citizen.views.sheet_done import sheet_done
from bordenden.web.citizen.views.sheet_start import sheet_start
from bordenden.web.citizen.views.table import table

urlpatterns: list[URLPattern] = [
    path("bord/<uuid:table>/", table, name="table"),
    path("bord/<uuid:table>/vurdering/", sheet_start, name="sheet_start"),
    path("vurdering/<uuid:sheet>/<int:number>/", question, name="question"),
    path("vurdering/<uuid:sheet>/faerdig/", sheet_done, name="sheet_done"),
    path("bord/<uuid:table>/udvikling/", development, name="development"),
    path("bord/<uuid:table>/kontakt/", contacts, name="contacts"),
]
