"""Addresses of this door."""

from django.urls import URLPattern, path

from bordenden.web.guest.views.guest_contacts import guest_contacts
from bordenden.web.guest.views.guest_development import guest_development
from bordenden.web.guest.views.guest_file_get import guest_file_get
from bordenden.web.guest.views.guest_messages import guest_messages
from bordenden.web.guest.views.guest_notices import guest_notices
from bordenden.web.guest.views.guest_plan import guest_plan
from bordenden.web.guest.views.guest_table import guest_table
from bordenden.web.guest.views.guest_tables import guest_tables
from bordenden.web.guest.views.guest_thread import guest_thread, guest_thread_draft

urlpatterns: list[URLPattern] = [
    path("", guest_tables, name="guest_tables"),
    path("bord/<uuid:pk>/", guest_table, name="guest_table"),
    path("plan/<uuid:pk>/", guest_plan, name="guest_plan"),
    path("bord/<uuid:pk>/udvikling/", guest_development, name="guest_development"),
    path("bord/<uuid:table>/kontakt/", guest_contacts, name="guest_contacts"),
    path("besked/", guest_notices, name="guest_notices"),
    path("beskeder/", guest_messages, name="guest_messages"),
    path("besked/<uuid:pk>/", guest_thread, name="guest_thread"),
    path("besked/<uuid:pk>/kladde/", guest_thread_draft, name="guest_thread_draft"),
    path("fil/<uuid:pk>/hent/", guest_file_get, name="guest_file_get"),
]
