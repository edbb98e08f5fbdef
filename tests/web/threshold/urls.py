"""A house of one page, for the tests of the threshold: a table to read, to write on, and views that misbehave."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import include, path

from bordenden.access import acts
from bordenden.pathways import actions as pathways
from bordenden.pathways.models import Seat, Table
from bordenden.pathways.words import Room
from bordenden.web.threshold.opens import opens, public
from bordenden.web.threshold.visit import Visit


@opens(acts.TABLE_READ)
def page(visit: Visit[Table], pk: UUID) -> HttpResponse:
    table = visit.reach(pk)
    return HttpResponse(f"the table of {table.municipality.name}")


@opens(acts.ROOM_OPEN)
def room(visit: Visit[Seat], pk: UUID) -> HttpResponse:
    with visit.writing(pk) as seat:
        pathways.open_room(seat=seat, room=Room.PLAN, by=visit.viewer, at=visit.at)
    return HttpResponse("opened")


@opens(acts.TABLE_READ)
def writes_on_get(visit: Visit[Table], pk: UUID) -> HttpResponse:
    Table.objects.filter(pk=visit.reach(pk).pk).update(opened_at=visit.at)
    return HttpResponse("written")


@opens(acts.CASE_READ)
def listing(visit: Visit[Table]) -> HttpResponse:
    return HttpResponse(f"{len(visit.page_of(visit.reachable().order_by('pk')).object_list)} tables")


def unmarked(request: HttpRequest) -> HttpResponse:
    return HttpResponse("nobody said who may see this")


@public
def welcome(request: HttpRequest) -> HttpResponse:
    return HttpResponse("welcome")


urlpatterns = [
    path("side/<uuid:pk>/", page, name="page"),
    path("plads/<uuid:pk>/", room, name="room"),
    path("skriv/<uuid:pk>/", writes_on_get, name="writes_on_get"),
    path("liste/", listing, name="listing"),
    path("umaerket/", unmarked, name="unmarked"),
    path("velkommen/", welcome, name="welcome"),
    path("", include("bordenden.web.urls")),
]
