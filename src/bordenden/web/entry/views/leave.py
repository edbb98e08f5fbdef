"""Luk hurtigt: the session ends, the browser forgets, and what it shows next says nothing about her."""

from django.contrib import auth
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.urls import reverse

from bordenden.web.threshold.opens import public


@public
def leave(request: HttpRequest) -> HttpResponse:
    """POST only: a link or a picture on another site must not log anybody out."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    auth.logout(request)
    response = HttpResponseRedirect(reverse("calendar"))
    response.status_code = 303
    response["Clear-Site-Data"] = '"cache", "cookies", "storage"'
    return response
