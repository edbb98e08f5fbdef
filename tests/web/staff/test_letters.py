"""Breve, der skal sendes: Bo sees his own tables' letters, Ole does not; the list costs the same with many."""

from bordenden.pathways import actions as pathways
from bordenden.pathways.words import SeatRole
from bordenden.people import actions as people
from bordenden.post.actions import queue
from bordenden.post.models import Letter
from bordenden.post.words import Kind, State, Way
from tests.cast import MONDAY, Cast, client_of
from tests.web.pages import queries_of, text_of

URL = "/sagsbehandler/breve/"


def on_paper(cast: Cast) -> None:
    queue(to=cast.amina, kind=Kind.MESSAGE, about=cast.aminas_table, event="message:1", at=MONDAY)
    queue(to=cast.amina, kind=Kind.PROPOSAL, about=cast.aminas_table, event="proposal:1", at=MONDAY)
    Letter.objects.update(way=Way.PAPER)


def test_bo_sees_amina_and_ole_does_not(cast: Cast) -> None:
    assert "Der er ingen breve at sende" in text_of(client_of(cast.bo), URL)
    on_paper(cast)
    assert "Amina Yusuf: 1 brev Har ventet siden 2. marts" in text_of(client_of(cast.bo), URL)
    assert "Et brev ved bordet med Amina skal sendes." in text_of(client_of(cast.bo), "/sagsbehandler/venter/")
    for person in (cast.ole, cast.birthe, cast.amina):
        assert "Amina Yusuf" not in client_of(person).get(URL).content.decode()


def test_a_mail_that_failed_is_there_too_and_what_is_sent_or_called_off_is_not(cast: Cast) -> None:
    on_paper(cast)
    for state, seen in ((State.FAILED, True), (State.SENT, False), (State.CANCELLED, False), (State.UNWANTED, False)):
        Letter.objects.update(state=state, settled_at=MONDAY)
        assert ("Amina Yusuf" in text_of(client_of(cast.bo), URL)) is seen


def test_many_tables_cost_what_one_costs(cast: Cast) -> None:
    on_paper(cast)
    bo = client_of(cast.bo)
    one = queries_of(bo, URL)
    for number in range(25):
        head = people.register(municipality=cast.fjordby, given_name=f"Nr{number}", made_up=True)
        table = pathways.lay_table(head=head, by=cast.bo, at=MONDAY)
        pathways.seat(table=table, person=cast.bo, role=SeatRole.COORDINATOR, by=head, at=MONDAY)
        queue(to=head, kind=Kind.MESSAGE, about=table, event="message:2", at=MONDAY)
    Letter.objects.update(way=Way.PAPER)
    page = bo.get(URL).content.decode()
    assert (page.count('case-line"'), "Næste" in page) == (20, True)
    assert queries_of(bo, URL) == one <= 12
