"""The keeper's long forms: what is typed is kept, offered to its writer alone, filled in when asked for, and forgotten."""

from django.urls import reverse

from bordenden.drafts.models import Draft
from bordenden.offers.models import Event, Material
from tests.cast import Cast, client_of
from tests.web.entry.logins import hidden
from tests.web.insight.keeping import SAID, fjordbys, offer
from tests.web.insight.test_event_new import SAID as AN_EVENT
from tests.web.insight.test_material_new import SAID as A_TEXT

HALF = "Halvt skrevet, og så ringede telefonen."
# What stands before what is new: a new one could else be the first of its kind.
FORMS = {
    "offer_change": SAID,
    "event_kept": AN_EVENT,
    "material_kept": A_TEXT,
    "offer_new": SAID,
    "event_new": AN_EVENT,
    "material_new": A_TEXT,
}
IN_THE_FORM = ("draft", "form_key", "version")
FILLED = f">\n{HALF}</textarea>"
# A stranger is refused; kept; offered, and filled in only when asked for; saved, and forgotten.
KEPT = (404, 204, True, [False, True], 303, "")


def about(cast: Cast, page: str) -> object:
    """What the page's address names."""
    if page.endswith("_new"):
        return fjordbys(cast).pk
    if page == "offer_change":
        return offer(cast, "laese-skrive-regne").pk
    kept = Event if page == "event_kept" else Material
    return kept._default_manager.filter(municipality=cast.fjordby).order_by("pk")[0].pk


def test_what_was_typed_comes_back_when_asked_for_and_is_forgotten_when_saved(story: Cast) -> None:
    """Every form in one story, for the world is dear to build."""
    assert {page: _kept_and_forgotten(story, page) for page in FORMS} == dict.fromkeys(FORMS, KEPT)


def _kept_and_forgotten(story: Cast, page: str) -> tuple[object, ...]:
    """What each step of one form answered; KEPT is what it must be."""
    url, lis = reverse(page, args=[about(story, page)]), client_of(story.lis)
    words = "text" if page.startswith("material") else "about"
    empty = hidden(lis.get(url))
    typed = {**FORMS[page], words: HALF, **{name: empty[name] for name in IN_THE_FORM if empty.get(name)}}
    strangers = client_of(story.bo).post(f"{url}kladde/", typed).status_code
    kept = lis.post(f"{url}kladde/", typed).status_code
    key = Draft.objects.get(closed_at=None).thing
    offered, again = lis.get(url), lis.get(f"{url}?kladde={key}")
    saved = lis.post(url, {**typed, "draft": hidden(again)["draft"]}).status_code
    return (
        strangers,
        kept,
        f"{url}?kladde={key}" in offered.content.decode(),
        [FILLED in one.content.decode() for one in (offered, again)],
        saved,
        Draft.objects.get(thing=key).content,
    )


def test_a_box_unticked_in_the_draft_is_not_ticked_again(story: Cast) -> None:
    url, lis = reverse("offer_change", args=[offer(story, "laese-skrive-regne").pk]), client_of(story.lis)
    empty = hidden(lis.get(url))
    ticked = {**SAID, "version": "1", "draft": empty["draft"], "discreet": "on"}
    assert lis.post(url, ticked).status_code == 303
    slip = hidden(lis.get(url))["draft"]
    assert lis.post(f"{url}kladde/", {**SAID, "version": "2", "draft": slip}).status_code == 204
    key = Draft.objects.get(owner=story.lis.pk, closed_at=None).thing
    # It stands at no table: the caseworkers' list of drafts does not take it for one of a lost seat.
    assert str(key) not in lis.get(reverse("drafts")).content.decode()
    assert [_discreet(lis.get(one).content.decode()) for one in (url, f"{url}?kladde={key}")] == [True, False]


def _discreet(html: str) -> bool:
    """Whether the box is ticked."""
    box = html.split('name="discreet"')[1].split(">")[0]
    return "checked" in box
