"""Log ud: the session ends, and the browser is asked to forget what it kept."""

from django.contrib import auth
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.urls import reverse

from bordenden.web.threshold.opens import public


@public
def logout(request: HttpRequest) -> HttpResponse:
    """POST only: a link or a picture on another site must not log anybody out."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    auth.logout(request)
    response = HttpResponseRedirect(reverse("start"))
    response.status_code = 303
    response["Clear-Site-Data"] = '"cache", "storage"'
    return response
