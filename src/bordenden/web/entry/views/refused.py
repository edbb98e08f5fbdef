"""What is shown when a page cannot be: kind words, what to do, and never what it was about."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from bordenden.web.threshold.carry import rescue


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """400."""
    return render(request, "400.html", status=400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """403."""
    return render(request, "403.html", status=403)


def csrf(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001
    """403 for a form that did not come from one of our pages, or whose page is too old: then its text is saved."""
    return rescue(request) or render(request, "403_csrf.html", status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """404: the same for what is not there and for what is not yours."""
    return render(request, "404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """500, without the frame: the frame may be what failed."""
    return render(request, "500.html", status=500)
