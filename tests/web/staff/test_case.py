"""One citizen as Bo sees her before he calls; what she has not opened has no link."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils.timezone import localtime

from bordenden.contactlog.actions import ask_for_help
from bordenden.contactlog.words import Channel, Direction, HelpKind, Outcome
from bordenden.foundation.clock import now
from bordenden.pathways import actions as pathways
from bordenden.pathways.words import Decider, ExitReason, Room
from bordenden.plans.queries import plan_of
from tests.cast import MONDAY, Cast, client_of
from tests.web.pages import queries_of, text_of
from tests.web.staff.cases import STRANGERS, noted


def url(cast: Cast) -> str:
    """The page about Amina."""
    return reverse("case", args=[cast.aminas_table.pk])


def page(cast: Cast) -> str:
    """Its source."""
    return client_of(cast.bo).get(url(cast)).content.decode()


def test_bo_reads_name_telephone_course_and_the_three_newest_contacts(story: Cast) -> None:
    read = text_of(client_of(story.bo), url(story))
    for words in ("Amina Yusuf", "Ring til Amina 20 00 00 01", "Sagsnummer F-1", "Amina skrev en sms"):
        assert words in read
    assert page(story).count('class="contact"') == 3
    assert f'href="{reverse("case_contacts", args=[story.aminas_table.pk])}"' in page(story)


@pytest.mark.parametrize("name", STRANGERS)
def test_it_is_open_for_bo_and_for_nobody_else(story: Cast, name: str) -> None:
    assert client_of(story.bo).get(url(story)).status_code == 200
    assert client_of(getattr(story, name)).get(url(story)).status_code == 404


def test_bo_is_a_stranger_from_the_second_he_leaves(cast: Cast) -> None:
    pathways.leave_seat(seat=cast.bos_seat, by=cast.bo, at=now())
    assert client_of(cast.bo).get(url(cast)).status_code == 404


def test_the_title_names_nobody(cast: Cast) -> None:
    source = page(cast)
    assert "Amina" not in source[source.index("<title>") : source.index("</title>")]


def test_development_has_a_link_only_when_she_has_opened_it_for_him(story: Cast) -> None:
    link = f'href="{reverse("case_development", args=[story.aminas_table.pk])}"'
    pathways.close_room(seat=story.bos_seat, room=Room.DEVELOPMENT, by=story.amina, at=now() - timedelta(seconds=1))
    assert link not in page(story)
    assert "Udviklingen er kun åben for dig, hvis Amina åbner den." in page(story)
    pathways.open_room(seat=story.bos_seat, room=Room.DEVELOPMENT, by=story.amina, at=now() - timedelta(seconds=1))
    assert link in page(story)


def test_the_plan_has_a_link_once_there_is_one(story: Cast) -> None:
    plan = plan_of(table=story.aminas_table)
    assert plan is not None
    assert f'href="{reverse("case_plan", args=[plan.pk])}"' in page(story)


def test_without_a_plan_there_is_no_link_to_one(cast: Cast) -> None:
    assert "Læs planen" not in page(cast)


def test_a_running_course_can_be_ended_and_an_ended_one_says_when(cast: Cast) -> None:
    link = f'href="{reverse("course_end", args=[cast.aminas_course.pk])}"'
    assert link in page(cast)
    noted(cast, outcome=Outcome.ABSENT)
    pathways.end_course(
        enrolment=cast.aminas_course,
        on=MONDAY.date(),
        reason=ExitReason.ORDINARY_JOB,
        decided_by=Decider.CITIZEN,
        by=cast.bo,
        at=MONDAY,
    )
    assert link not in page(cast)
    assert "Sluttede 2. marts 2026" in text_of(client_of(cast.bo), url(cast))
    assert "Ring og hør" not in page(cast)


def test_that_amina_waits_for_bo_is_said_once_whatever_else_she_has_asked_for(cast: Cast) -> None:
    noted(cast, channel=Channel.TEXT, direction=Direction.IN, summary="Hvornår mødes vi?", at=now())
    facts = {"table": cast.aminas_table, "form_key": uuid4(), "by": cast.amina, "at": now()}
    ask_for_help(kind=HelpKind.CALL_ME, words="Ring om pengene.", **facts)  # type: ignore[arg-type]
    read = text_of(client_of(cast.bo), url(cast))
    assert (read.count("venter på svar"), "Det har Amina bedt om Ring til Amina" in read) == (1, True)


def test_how_long_it_has_been_quiet(cast: Cast) -> None:
    read = text_of(client_of(cast.bo), url(cast))
    assert "I har ikke haft kontakt endnu." in read
    noted(cast, happened_at=localtime(now()) - timedelta(days=14), at=now())
    assert "I havde sidst kontakt for 14 dage siden." in text_of(client_of(cast.bo), url(cast))
    noted(cast, at=now())
    assert "I har haft kontakt i dag." in text_of(client_of(cast.bo), url(cast))


def test_a_family_has_both_names_and_both_telephones(cast: Cast) -> None:
    read = text_of(client_of(cast.ole), reverse("case", args=[cast.holms_table.pk]))
    for words in ("Jens Holm og Lone Holm", "Ring til Jens 20 00 00 10", "Ring til Lone 20 00 00 11"):
        assert words in read


def test_one_contact_and_fifty_cost_the_same_queries(story: Cast) -> None:
    bo = client_of(story.bo)
    few = queries_of(bo, url(story))
    for _count in range(50):
        noted(story)
    assert queries_of(bo, url(story)) == few <= 12
