"""Addresses for looking at the gallery: the product itself never routes it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
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


@public
def draft(request: HttpRequest) -> HttpResponse:
    """Takes a draft, unless the login has expired."""
    return redirect("/log-ind") if "expired" in request.COOKIES else HttpResponse(status=204)


@public
def login(request: HttpRequest) -> HttpResponse:
    """What an expired login leads to."""
    return HttpResponse("Log ind")


urlpatterns = [
    path("galleri", gallery, name="gallery"),
    path("log-ind", login, name="login"),
    path("kladde", draft, name="draft"),
    path("sprog", nothing, name="language"),
    path("log-ud", nothing, name="logout"),
    path("tilgaengelighed", nothing, name="accessibility"),
]
