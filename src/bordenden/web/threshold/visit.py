"""A visit: one person, one act, one moment; the only way a view comes to personal things."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Generic, TypeVar
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Model, QuerySet
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse

from bordenden.access import gate, lists
from bordenden.access.acts import Act
from bordenden.access.viewer import Viewer
from bordenden.audit.words import Kind
from bordenden.foundation.snapshot import snapshot, writing
from bordenden.web.threshold.closed import to_be_read

T = TypeVar("T", bound=Model)
Row = TypeVar("Row", bound=Model)
UNPROCESSABLE = 422
PAGE = 25


@dataclass(slots=True)
class Visit(Generic[T]):
    """What a view is given instead of the bare request. The act is the view's own, so a view has one."""

    request: HttpRequest
    viewer: Viewer
    act: Act[T]
    at: datetime
    # What ends when the view is done: the read phase it began without naming one.
    until_done: ExitStack = field(default_factory=ExitStack)
    _reads: bool = False
    _closed: bool = False

    @property
    def posted(self) -> QueryDict | None:
        """The form data of a POST, or None: `Form(visit.posted)` is bound only when something was sent."""
        return self.request.POST if self.request.method == "POST" else None

    def reach(self, pk: UUID, *beside: str) -> T:
        """The thing, or 404; `beside` names what hangs on it and comes in the same query ("table").

        Outside a read phase one begins here and lasts until the view is done.
        """
        self._read_on()
        thing = gate.reach(self.viewer, self.act, pk, *beside, at=self.at)
        self._closed = gate.lies_to_be_read(self.viewer, thing)
        return thing

    def hand_out(self, pk: UUID, *beside: str) -> T:
        """The thing, or 404, for something that is made to leave the house: the look is logged as an export."""
        self._read_on()
        return gate.reach(self.viewer, self.act, pk, *beside, at=self.at, kind=Kind.EXPORT)

    @contextmanager
    def reading(self) -> Iterator[None]:
        """The read phase of a POST that was refused or only asks (a GET is read in one from the start)."""
        if self._reads:
            yield
            return
        self._reads = True
        try:
            with snapshot(self.viewer.municipality_id, self.viewer.pk, national=self.act.national):
                yield
        finally:
            self._reads = False

    @contextmanager
    def writing(self, pk: UUID) -> Iterator[T]:
        """One transaction in which the thing is reached, its ground locked, and the action runs."""
        with writing(self.viewer.municipality_id, self.viewer.pk, national=self.act.national):
            yield gate.reach_to_write(self.viewer, self.act, pk, at=self.at)

    @contextmanager
    def writing_all(self) -> Iterator[list[T]]:
        """One transaction in which everything the act is open for is changed together, its grounds locked."""
        with writing(self.viewer.municipality_id, self.viewer.pk, national=self.act.national):
            yield gate.all_to_write(self.viewer, self.act, at=self.at)

    def reachable(self) -> QuerySet[T]:
        """Everything this act is open for; rows handed out are noted."""
        self._read_on()
        return gate.reachable(self.viewer, self.act, at=self.at)

    def among(self, keys: Iterable[UUID]) -> list[T]:
        """Of these things those the act is open for, noted as in a list; for a page that has found them already."""
        self._read_on()
        return lists.among(self.viewer, self.act, sorted(keys), at=self.at)

    def all_read(self) -> QuerySet[T]:
        """Everything this act is open for, each row read as on a page of its own and noted by itself."""
        self._read_on()
        return gate.reachable(self.viewer, self.act, at=self.at, kind=Kind.LOOK)

    def taken_out(self, purpose: str) -> QuerySet[T]:
        """Everything this act is open for; each row handed out is logged as an export, with what it is for."""
        self._read_on()
        return gate.reachable(self.viewer, self.act, at=self.at, kind=Kind.EXPORT, basis=purpose)

    def named_outside(self, things: Iterable[Model], purpose: str) -> None:
        """Note that those whom these things are about stand on something that leaves the house, and what for."""
        gate.named(self.viewer, self.act, things, kind=Kind.EXPORT, basis=purpose)

    def named(self, things: Iterable[Model]) -> None:
        """Note that those at the tables of these things are named on the page, as on a list."""
        gate.named(self.viewer, self.act, things)

    def may(self, act: Act[Any], thing: Model) -> bool:
        """Whether the button of another act is shown on this thing."""
        return gate.may(self.viewer, act, thing, at=self.at)

    def page_of(self, rows: QuerySet[Row], size: int = PAGE) -> "Page[Row]":
        """The page asked for by `?side=`, cut in SQL; a page that does not exist is the nearest one."""
        return Paginator(rows, size).get_page(self.request.GET.get("side"))

    def show(self, template: str, context: Mapping[str, object], form: BaseForm | None = None) -> HttpResponse:
        """The page as bytes; 422 when the form was sent and refused."""
        refused = form is not None and form.is_bound and not form.is_valid()
        status = UNPROCESSABLE if refused else 200
        page = render(self.request, template, {**context, **({"form": form} if form else {})}, status=status)
        if self._closed:
            page.content = to_be_read(page.content.decode(), self.request.path)
        return page

    def _read_on(self) -> None:
        if not self._reads:
            self.until_done.enter_context(self.reading())

    def go(self, url_name: str, *args: object) -> HttpResponseRedirect:
        """On to another page after something was done (303: never sent twice by the back button)."""
        response = HttpResponseRedirect(reverse(url_name, args=args))
        response.status_code = 303
        return response
