"""An expired login in the middle of a text: what was typed is carried over the login and kept as a draft."""

from urllib.parse import urlencode

from django.core import signing
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

SALT = "carried-over-login"
LONGEST = 200_000
KEPT_FOR = 60 * 60


def to_login(request: HttpRequest) -> HttpResponse:
    """On to the login; a POST's text travels signed in the login page and never in an address or a cookie."""
    if request.method != "POST":
        return HttpResponseRedirect(f"{reverse('login')}?{urlencode({'next': request.path})}")
    fields = {name: request.POST.getlist(name) for name in request.POST if name != "csrfmiddlewaretoken"}
    carried = signing.dumps({"path": request.path, "fields": fields}, salt=SALT, compress=True)
    context = {"next": request.path, "carried": carried if len(carried) <= LONGEST else "", "expired": True}
    return render(request, "entry/login.html", context, status=401)


def unpack(carried: str) -> tuple[str, dict[str, list[str]]] | None:
    """The path and the fields that were carried; None when the text was tampered with or is too old."""
    try:
        content = signing.loads(carried, salt=SALT, max_age=KEPT_FOR)
    except signing.BadSignature:
        return None
    return content["path"], content["fields"]
