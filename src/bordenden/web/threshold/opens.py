"""Marks a view with the one act it opens; a view without a mark is refused by the middleware."""

import logging
from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

from django.db.models import Model
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import render

from bordenden.access.acts import Act
from bordenden.access.viewer import Viewer
from bordenden.audit.actions import NotLogged, write_looks
from bordenden.foundation.clock import now
from bordenden.web.threshold.carry import to_login
from bordenden.web.threshold.selves import acting
from bordenden.web.threshold.visit import Visit

P = ParamSpec("P")
T = TypeVar("T", bound=Model)
View = Callable[Concatenate[HttpRequest, P], HttpResponse]
READING = frozenset({"GET", "HEAD"})
UNAVAILABLE = 503
log = logging.getLogger(__name__)


def opens(act: Act[T]) -> Callable[[Callable[Concatenate[Visit[T], P], HttpResponse]], View[P]]:
    """The view asks for a login and is given a Visit; what it looked at is logged before it is served."""

    def mark(view: Callable[Concatenate[Visit[T], P], HttpResponse]) -> View[P]:
        @wraps(view)
        def entered(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            if not request.user.is_authenticated:
                return to_login(request)
            visit = Visit(request, Viewer(acting(request)), act, now())
            return _logged(visit, _answer(visit, view, args, kwargs))

        entered.opens = act  # type: ignore[attr-defined]
        return cast(View[P], entered)

    return mark


def public(view: View[P]) -> View[P]:
    """A page that shows nobody's things: start, login, the accessibility statement."""
    view.opens = None  # type: ignore[attr-defined]
    return view


def _answer(visit: Visit[Any], view: Callable[..., HttpResponse], args: Any, kwargs: Any) -> HttpResponse:  # noqa: ANN401
    """A method we do not know is refused before anything is looked for: there or not, the answer is alike."""
    with visit.until_done:
        if visit.request.method in READING:
            visit.until_done.enter_context(visit.reading())
        elif visit.request.method != "POST":
            return HttpResponseNotAllowed([*sorted(READING), "POST"])
        return view(visit, *args, **kwargs)


def _logged(visit: Visit[Any], response: HttpResponse) -> HttpResponse:
    """Fail closed: if the looks cannot be written, nothing that was looked at is sent."""
    if not visit.viewer.looks:
        return response
    try:
        write_looks(visit.viewer.looks, by=visit.viewer, at=visit.at)
    except NotLogged:
        log.exception("The looks could not be written; the page was not sent.")
        return render(visit.request, "503.html", status=UNAVAILABLE)
    return response
