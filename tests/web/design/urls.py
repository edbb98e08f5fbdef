"""Addresses for looking at the gallery: the product itself never routes it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from bordenden.web.design.gallery import gallery_context
from bordenden.web.threshold.opens import public


@public
def gallery(request: HttpRequest) -> HttpResponse:
    """Every component at once, as Amina would meet it."""
    return render(request, "design/gallery.html", {**gallery_context(), "demo": True, "signed_in_name": "Amina"})


@public
def nothing(request: HttpRequest) -> HttpResponse:
    """Where the frame's own forms and links go."""
    return HttpResponse(status=204)


urlpatterns = [
    path("galleri", gallery, name="gallery"),
    path("kladde", nothing, name="draft"),
    path("sprog", nothing, name="language"),
    path("log-ud", nothing, name="logout"),
    path("tilgaengelighed", nothing, name="accessibility"),
]
