"""Tilgængelighed: the accessibility statement (webtilgængelighedsloven), at the short address /was."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from bordenden.web.threshold.opens import public


@public
def accessibility(request: HttpRequest) -> HttpResponse:
    """The same for everybody."""
    return render(request, "entry/accessibility.html")
