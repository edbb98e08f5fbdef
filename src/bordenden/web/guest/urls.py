"""Addresses of this door."""

from django.urls import URLPattern, path

from bordenden.web.guest.views.guest_plan import guest_plan
from bordenden.web.guest.views.guest_table import guest_table
from bordenden.web.guest.views.guest_tables import guest_tables

urlpatterns: list[URLPattern] = [
    path("", guest_tables, name="guest_tables"),
    path("bord/<uuid:pk>/", guest_table, name="guest_table"),
    path("plan/<uuid:pk>/", guest_plan, name="guest_plan"),
]
