"""Min vurdering by one address that is the same for everybody: it can stand on a board, and leads each to her own."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from bordenden.access.viewer import Viewer
from bordenden.foundation.clock import now
from bordenden.foundation.snapshot import snapshot
from bordenden.web.entry.coming_in import own_tables
from bordenden.web.threshold.carry import to_login
from bordenden.web.threshold.opens import public


@public
def own_assessment(request: HttpRequest) -> HttpResponse:
    """On to where she begins; home for who has no table of her own, or several. It begins nothing itself."""
    if not request.user.is_authenticated:
        return to_login(request)
    viewer, at = Viewer(request.user.person), now()
    with snapshot(viewer.municipality_id, viewer.pk):
        tables = own_tables(viewer, at)
    return HttpResponseRedirect(reverse("sheet_start", args=tables) if len(tables) == 1 else reverse("home"))
