"""Sprog: the page again in the other language, remembered in a cookie."""

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.views.i18n import set_language

from bordenden.web.threshold.opens import public


@public
def language(request: HttpRequest) -> HttpResponse:
    """POST only; `next` is followed only on our own site (Django's own check)."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    return set_language(request)
