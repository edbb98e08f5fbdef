"""Der har været stille: what was tried, what she says, and how they go on; a person decides, and she reads it."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.contactlog.queries import Contact
from bordenden.pathways.queries import at_the_head
from bordenden.reviews import actions, queries
from bordenden.reviews.words import Onwards
from bordenden.web.parts.contacts import contacts_part
from bordenden.web.parts.drafts import draft_offers
from bordenden.web.parts.moments import moment
from bordenden.web.parts.names import given_names
from bordenden.web.parts.reviews import review_part
from bordenden.web.staff.review_form import ReviewForm
from bordenden.web.threshold.drafting import close_draft, draft_address, draft_for, drafts_of
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.reviews.models import Review

DRAFT = "review.hold"
TRIES = 8


@opens(acts.REVIEW_HOLD)
def review(visit: Visit["Review"], pk: UUID) -> HttpResponse:
    """The form while nobody has decided, then what was decided. Where the course is to end its own form is next."""
    form = ReviewForm(visit.posted)
    if form.is_valid():
        with form.heeding(visit), visit.writing(pk) as held:
            said = form.said()
            actions.decide(review=held, said=said, by=visit.viewer.person, at=visit.at)
            close_draft(visit)
            if said.onwards == Onwards.END:
                return visit.go("course_end", held.enrolment_id)
            return visit.go("case_reviews", held.table_id)
    with visit.reading():
        reached = visit.reach(pk, "table", "enrolment")
        name = given_names(at_the_head(table=reached.table, at=visit.at))
        drafted = None if form.is_bound else draft_for(visit, DRAFT, reached)
        if drafted:
            form = ReviewForm(initial=drafted.initial())
        tries = queries.tries_since(review=reached, most=TRIES)
        signs = queries.signs_since(review=reached, at=visit.at)
        context = {
            "review": review_part(reached),
            "over": reached.enrolment.ended_on is not None,
            "table": reached.table_id,
            "name": name,
            "part": contacts_part([Contact(one) for one in tries], name=name, seen=visit.at, level=3),
            "signs": [(sign.label, moment(when, seen=visit.at)) for sign, when in signs.items()],
            "offers": draft_offers(
                drafted, texts=("her_words", "tried", "grounds"), draft_url=draft_address(visit), seen=visit.at
            ),
            "draft_url": draft_address(visit),
        }
        return visit.show("staff/review.html", context, form)


review_draft = drafts_of(review, DRAFT)
