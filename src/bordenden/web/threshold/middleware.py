"""What holds for every page: nothing is kept in a browser's cache, and no view goes without its mark."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import translation

Handler = Callable[[HttpRequest], HttpResponse]


class UnmarkedView(RuntimeError):
    """A view names neither an act nor that it is public."""


def no_store(get_response: Handler) -> Handler:
    """Pages are personal: no cache keeps them, not even the browser's on a shared telephone."""

    def handle(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if "Cache-Control" not in response:
            response["Cache-Control"] = "no-store"
        return response

    return handle


def chosen_language(get_response: Handler) -> Handler:
    """Danish, or the language she chose with the switch. What a telephone says it prefers is often not hers."""

    def handle(request: HttpRequest) -> HttpResponse:
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        language = chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
        with translation.override(language):
            response = get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response

    return handle


class EveryViewNamesItsAct:
    """Deny by default: a view that forgot its mark is an error in tests and a 404 in production."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass on; the check is made when the view is known."""
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: object, args: Any, kwargs: Any) -> None:  # noqa: ANN401, ARG002
        """Refuse a view without a mark."""
        if hasattr(view, "opens"):
            return
        if settings.LOCAL:
            raise UnmarkedView(f"{request.resolver_match} names no act. Use @opens(ACT) or @public.")
        raise Http404
