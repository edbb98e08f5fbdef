"""Addresses of this door."""

from django.urls import URLPattern, path

from bordenden.web.staff.views.case_development import case_development

urlpatterns: list[URLPattern] = [
    path("bord/<uuid:pk>/udvikling/", case_development, name="case_development"),
]
