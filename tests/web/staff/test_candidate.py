"""Kan borgeren være med? Pia reads yes or no with the reason, to the day; once the course began it is nobody's page."""

from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse

from bordenden.audit.models import Entry
from bordenden.audit.words import Kind
from bordenden.intake.models import Candidate
from bordenden.programmes.models import Office
from bordenden.programmes.words import Track
from tests.cast import Cast, client_of
from tests.intake.history import in_2014, lived_on, noon, written_up
from tests.web.pages import queries_of, text_of

STRANGERS = ("amina", "mie", "bo", "ole", "birthe", "lis", "niels", "eva", "stine")
OLDER, YOUNG, AT_THIRTY = "0202751234", "0606901234", "1510841234"


def url(candidate: Candidate) -> str:
    return reverse("candidate", args=[candidate.pk])


def read(cast: Cast, candidate: Candidate, day: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """The page as it stands on a day of the trial."""
    monkeypatch.setattr("bordenden.web.threshold.opens.now", lambda: noon(day))
    Office.objects.filter(person=cast.pia).update(starts_at=datetime(2014, 1, 1, tzinfo=UTC))
    return text_of(client_of(cast.pia), url(candidate))


def says(page: str, *sentences: str) -> None:
    for sentence in sentences:
        assert sentence in page, sentence


@pytest.mark.requirement("R5")
@pytest.mark.requirement("R107")
def test_two_years_every_month_are_enough_and_exactly_two_are_too(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Uddannelseshjælp and kontanthjælp count together; a day less than two years is a no, with the day it will be yes."""
    in_2014(cast)
    vera = written_up(cast, OLDER)
    lived_on(vera, "cash_benefit", "2012-10-15", "2013-12-31")
    lived_on(vera, "education_benefit", "2014-01-01", "2014-10-31")
    says(
        read(cast, vera, "2014-10-15", monkeypatch),
        "Kan være med Borgeren har fået kontanthjælp eller uddannelseshjælp siden 15. oktober 2012.",
        "Det er 2 år eller mere. De 2 år var gået den 15. oktober 2014.",
        "Borgeren er fyldt 30 år. Derfor er sporet job.",
        "Reglen, der afgjorde det 2 år uden en hel måned uden hjælp",
    )
    too_early = read(cast, vera, "2014-10-14", monkeypatch)
    says(too_early, "Kan ikke være med endnu", "Der skal 2 år til. Det er der den 15. oktober 2014.")
    assert "begyndte forfra" not in too_early


@pytest.mark.requirement("R5")
@pytest.mark.requirement("R109")
def test_only_a_wholly_empty_month_begins_the_count_anew_and_the_page_names_it(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_2014(cast)
    whole, gap = written_up(cast, OLDER), written_up(cast, "0303751234", "Ida Dam")
    lived_on(whole, "cash_benefit", "2012-10-01", "2013-05-01")
    lived_on(whole, "cash_benefit", "2013-06-30", "2014-12-31")
    lived_on(gap, "cash_benefit", "2012-10-01", "2013-05-30")
    lived_on(gap, "cash_benefit", "2013-07-01", "2015-12-31")
    says(read(cast, whole, "2014-10-15", monkeypatch), "Kan være med", "siden 1. oktober 2012")
    for day, answer in (("2015-06-30", "Kan ikke være med endnu"), ("2015-07-01", "Kan være med")):
        says(
            read(cast, gap, day, monkeypatch),
            f"{answer} Borgeren har fået kontanthjælp eller uddannelseshjælp siden 1. juli 2013.",
            "Tællingen begyndte forfra, fordi der ikke var hjælp i hele juni 2013.",
            "Kan tidligst være med 1. juli 2015",
        )


@pytest.mark.requirement("R5")
@pytest.mark.requirement("R108")
def test_under_thirty_in_a_resource_programme_without_vocational_education_belongs_to_education(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Three months are enough; while nobody knows the education she is not refused, she is asked."""
    in_2014(cast, track=Track.EDUCATION)
    vera = written_up(cast, YOUNG, vocational_education=False)
    lived_on(vera, "resource_programme_benefit", "2015-01-05")
    says(
        read(cast, vera, "2015-04-05", monkeypatch),
        "Kan være med Borgeren har fået ressourceforløbsydelse siden 5. januar 2015. Så skal der ikke 2 år til.",
        "Borgeren er under 30 år og har ikke en erhvervsuddannelse. Derfor er sporet uddannelse.",
    )
    Candidate.objects.filter(pk=vera.pk).update(vocational_education=None)
    says(
        read(cast, vera, "2015-04-05", monkeypatch),
        "Vi mangler at vide noget",
        "Så er det en erhvervsuddannelse, der afgør sporet. Spørg borgeren, og skriv svaret her.",
    )


@pytest.mark.requirement("R223")
def test_a_young_skilled_person_belongs_to_the_job_track_and_so_does_who_is_thirty_that_very_day(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_2014(cast)
    skilled = written_up(cast, YOUNG, vocational_education=True)
    thirty = written_up(cast, AT_THIRTY, "Ida Dam", vocational_education=False)
    for one in (skilled, thirty):
        lived_on(one, "cash_benefit", "2011-10-01", "2014-10-31")
    says(
        read(cast, skilled, "2014-10-15", monkeypatch),
        "Kan være med",
        "Borgeren er under 30 år og har en erhvervsuddannelse. Derfor er sporet job.",
    )
    says(read(cast, thirty, "2014-10-15", monkeypatch), "Borgeren er fyldt 30 år. Derfor er sporet job.")
    says(
        read(cast, thirty, "2014-10-14", monkeypatch),
        "Kan ikke være med",
        "har ikke en erhvervsuddannelse. Derfor er sporet uddannelse. Projektet her har det andet spor.",
    )


def test_after_the_last_day_of_referral_and_without_benefit_it_is_a_no_with_its_reason(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_2014(cast)
    vera = written_up(cast, OLDER)
    says(
        read(cast, vera, "2014-10-15", monkeypatch),
        "Der står ikke nogen dage med kontanthjælp eller uddannelseshjælp eller ressourceforløbsydelse.",
        "Der står ingen ydelser endnu.",
    )
    lived_on(vera, "cash_benefit", "2012-10-01", "2014-04-02")
    says(
        read(cast, vera, "2014-07-15", monkeypatch),
        "Den seneste dag med kontanthjælp eller uddannelseshjælp var 2. april 2014.",
        "Der var ikke hjælp i hele maj 2014 til juni 2014. Derfor tæller tiden før ikke med.",
        "Kontanthjælp 1. oktober 2012 2. april 2014",
    )
    says(read(cast, vera, "2016-04-10", monkeypatch), "Sidste dag for henvisning var 31. marts 2016.")


def test_pia_reads_it_and_it_is_logged_and_once_the_course_began_it_is_nobodys(cast: Cast) -> None:
    vera = written_up(cast, OLDER)
    pia = client_of(cast.pia)
    page = text_of(pia, url(vera))
    says(page, "Vera Lind", "020275-****", "består ikke modulus 11")
    assert "1234" not in page
    looks = Entry.objects.filter(act="candidate.read", actor=cast.pia.pk, kind=Kind.LOOK, thing=vera.pk)
    assert looks.count() == 1
    assert queries_of(pia, url(vera)) <= 12
    for name in STRANGERS:
        assert client_of(getattr(cast, name)).get(url(vera)).status_code == 404, name
    Candidate.objects.filter(pk=vera.pk).update(closed_at=cast.at, ended_as="enrolled")
    for page_name in ("candidate", "candidate_change"):
        assert pia.get(reverse(page_name, args=[vera.pk])).status_code == 404
    assert "Vera" not in text_of(pia, reverse("candidates", args=[cast.project.pk]))


def test_a_long_history_is_shown_in_pages_and_costs_the_same(cast: Cast) -> None:
    vera = written_up(cast, OLDER)
    pia = client_of(cast.pia)
    lived_on(vera, "cash_benefit", "2010-01-01", "2010-01-31")
    few = queries_of(pia, url(vera))
    first = datetime(2012, 1, 1, tzinfo=UTC).date()
    for week in range(60):
        day = first + timedelta(days=14 * week)
        lived_on(vera, "sickness_benefit", str(day), str(day + timedelta(days=6)))
    assert queries_of(pia, url(vera)) == few
    html = pia.get(url(vera)).content.decode()
    assert (html.count("Sygedagpenge"), len(html) < 40_000) == (25, True)
    assert "Kontanthjælp" in text_of(pia, f"{url(vera)}?side=3")


def test_a_benefit_the_rules_do_not_know_is_said_and_nothing_breaks(cast: Cast) -> None:
    vera = written_up(cast, OLDER)
    lived_on(vera, "starting_aid", "2020-01-01")
    says(text_of(client_of(cast.pia), url(vera)), "Kan ikke regnes ud", "starting_aid")
