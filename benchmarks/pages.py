"""The pages of docs/walk.md: by which address, and who of the scene looks at them."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from django.urls import NoReverseMatch, reverse

from benchmarks.calling import Browser, browser_of
from benchmarks.scene import Scene
from bordenden.assessments.models import Sheet
from bordenden.assessments.queries import asked
from bordenden.mentors.models import MentorProfile
from bordenden.offers.models import Catalogue, Event, Material
from bordenden.people.models import Person
from bordenden.plans.words import StatementKind
from bordenden.reviews.models import Review
from bordenden.web.citizen.help_forms import WISHES

WALK = Path(__file__).resolve().parent.parent / "docs" / "walk.md"
NAME = re.compile(r"`([a-z_]+)`")
# These only take what is sent (POST), lead on without showing anything, or send a sound and no page, or a paper.
NO_PAGE = {
    "logout",
    "language",
    "home",
    "own_assessment",
    "leave",
    "sheet_start",
    "talk_of_it",
    "not_now",
    "recording",
    "offer_save",
    "ruling_paper",
    "chosen_letter",
    "event_attend",
    "event_calendar",
    "family_join",
    "file_get",
    "case_file_get",
    "guest_file_get",
    "family_file_get",
}
# Made to be printed: how long one waits for them has an aim of its own.
PAPERS = ("version_pdf", "case_version_pdf")
KIND = StatementKind.DREAM.value


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its name in the walk, who looks (None: nobody logged in), what stands in the address.

    Where it looks otherwise, `address` is its name in the walk, and `cookie` or `asked` ("?…") makes it so.
    Where the same page looks otherwise, `address` is its name in the walk; `cookie` or `asked` ("?…") makes it so.
    """

    name: str
    who: Callable[[Scene], Person] | None
    args: Callable[[Scene], tuple[object, ...]]
    address: str = ""
    cookie: str = ""
    asked: str = ""

    def browser(self, scene: Scene) -> Browser | None:
        """Who looks, logged in."""
        return browser_of(self.who(scene), self.cookie) if self.who else None

    def path(self, scene: Scene) -> str | None:
        """Its address in the scene; None while there is no such page."""
        try:
            return reverse(self.address or self.name, args=self.args(scene)) + self.asked
        except NoReverseMatch:
            return None


def _head(scene: Scene) -> Person:
    return scene.head


def _coordinator(scene: Scene) -> Person:
    return scene.coordinator


def _mentor(scene: Scene) -> Person:
    return scene.mentor


def _leader(scene: Scene) -> Person:
    return scene.leader


def _joining(scene: Scene) -> Person:
    return scene.joining.officer


def _intake_officer(scene: Scene) -> Person:
    return scene.intake.officer


def _supervisor(scene: Scene) -> Person:
    return scene.supervising.supervisor


def _agency(scene: Scene) -> Person:
    return scene.agency


def _nothing(_scene: Scene) -> tuple[object, ...]:
    return ()


def _table(scene: Scene) -> tuple[object, ...]:
    return (scene.table.pk,)


def _review(scene: Scene) -> tuple[object, ...]:
    return (Review.objects.filter(table=scene.table).order_by("-opened_at")[0].pk,)


def _finished(scene: Scene) -> tuple[object, ...]:
    rows = Sheet.objects.filter(table=scene.table, finished_at__isnull=False, sharing="sent").order_by("pk")
    return (rows[0].pk,)


def _sheet(scene: Scene) -> tuple[object, ...]:
    return (scene.sheet.pk,)


def _plan(scene: Scene) -> tuple[object, ...]:
    return (scene.plan.pk,)


def _kind(scene: Scene) -> tuple[object, ...]:
    return (scene.plan.pk, KIND)


def _coming(scene: Scene) -> tuple[object, ...]:
    return (scene.talks.coming.pk,)


def _unnoted(scene: Scene) -> tuple[object, ...]:
    return (scene.talks.unnoted.pk,)


def _asked(scene: Scene) -> tuple[object, ...]:
    return (scene.request.pk,)


def _keeper(scene: Scene) -> Person:
    return scene.questions.keeper


def _instrument(scene: Scene) -> tuple[object, ...]:
    return (scene.questions.instrument.pk,)


def _version(scene: Scene) -> tuple[object, ...]:
    return (scene.questions.instrument.pk, scene.questions.number)


def _held(scene: Scene) -> tuple[object, ...]:
    return (scene.papers.held.pk,)


def _draft(scene: Scene) -> tuple[object, ...]:
    return (scene.papers.draft.pk,)


def _project(scene: Scene) -> tuple[object, ...]:
    return (scene.project.pk,)


def _item(scene: Scene) -> tuple[object, ...]:
    return (scene.questions.instrument.pk, scene.questions.code)


def _first(scene: Scene) -> tuple[object, ...]:
    return (scene.questions.instrument.pk, 1)


def _pen(scene: Scene) -> tuple[object, ...]:
    return (scene.penned.table.pk,)


def _offer(scene: Scene) -> tuple[object, ...]:
    return (scene.table.pk, scene.finds.offer.pk)


def _family(scene: Scene) -> tuple[object, ...]:
    return (scene.family.family.pk,)


def _part(scene: Scene) -> tuple[object, ...]:
    return (scene.family.part.pk,)


def _first_of(kept: type[Event] | type[Material], scene: Scene) -> Event | Material:
    return kept._default_manager.filter(municipality=scene.table.municipality_id).order_by("pk")[0]


def _catalogue(scene: Scene) -> tuple[object, ...]:
    return (Catalogue.objects.get(municipality=scene.table.municipality_id).pk,)


def _profile(scene: Scene) -> tuple[object, ...]:
    return (MentorProfile.objects.get(person=scene.mentor).pk,)


PAGES = (
    Page("start", None, _nothing),
    Page("login", None, _nothing),
    Page("accessibility", None, _nothing),
    Page("calendar", None, _nothing),
    Page("at_the_head", None, _nothing),
    Page("empowerment", None, _nothing),
    Page("table", _head, _table),
    Page("question", _head, lambda scene: (scene.sheet.pk, asked(sheet=scene.sheet)[0].pk)),
    Page("sheet_picks", _head, _sheet),
    Page("sheet_rest", _head, _sheet),
    Page("sheet_list", _head, _sheet),
    Page("sheet_work", _head, _sheet),
    Page("sheet_done", _head, _sheet),
    Page("sheets", _head, _table),
    Page("sheet_sharing", _head, _finished),
    Page("wellbeing_start", _head, _table),
    Page("case_sheets", _coordinator, _nothing),
    Page("case_sheet", _coordinator, _finished),
    Page("together", _coordinator, _pen),
    Page(
        "together_question",
        _coordinator,
        lambda scene: (scene.penned.table.pk, asked(sheet=scene.penned.writing)[0].pk),
    ),
    Page("sheet_confirm", lambda scene: scene.penned.head, lambda scene: (scene.penned.written.pk,)),
    Page("work_step", _head, lambda scene: (scene.sheet.pk, scene.chosen.item_id)),
    Page("development", _head, _table),
    Page("development in words", _head, _table, "development", "vis=ord"),
    Page("plan", _head, _plan),
    Page("around", _head, _plan),
    Page("contact_order", _head, _plan),
    Page("plan_contact_new", _head, _plan),
    Page("contact_form", _head, _plan),
    Page("words", _head, _kind),
    Page("versions", _head, _plan),
    Page("version_new", _head, _plan),
    Page("version", _head, _held),
    Page("version_pdf", _head, _held),
    Page("version_agree", _head, _draft),
    Page("influence", _head, _plan),
    Page("case_versions", _coordinator, _plan),
    Page("case_version_new", _coordinator, _plan),
    Page("case_version", _coordinator, _held),
    Page("case_version_pdf", _coordinator, _held),
    Page("version_paper", _coordinator, _draft),
    Page("handover_new", _coordinator, _held),
    Page("case_influence", _coordinator, _plan),
    Page("plan_kind", _coordinator, _plan),
    Page("handovers_overdue", _leader, _project),
    Page("plan_layout", _leader, _project),
    Page("goal_new", _head, _plan),
    Page("goal", _head, lambda scene: (scene.goal.pk,)),
    Page("goal_check", _head, lambda scene: (scene.goal.pk,)),
    Page("barrier_new", _head, _plan),
    Page("barrier", _head, lambda scene: (scene.around.hard.pk,)),
    Page("proposal", _head, lambda scene: (scene.around.proposal.pk,)),
    Page("penned", _head, lambda scene: (scene.around.penned.pk,)),
    Page("step_new", _head, _plan),
    Page("step", _head, lambda scene: (scene.step.pk,)),
    Page("seats", _head, _table),
    Page("rooms", _head, lambda scene: (scene.mentors_seat.pk,)),
    Page("preview", _head, lambda scene: (scene.mentors_seat.pk,)),
    Page("looks", _head, _table),
    Page("my_mentor", _head, _table),
    Page("mentors", _head, _table),
    Page("mentor_stop", _head, _table),
    Page("joining", lambda scene: scene.joining.asked.candidate.person, lambda scene: (scene.joining.asked.pk,)),
    Page("joining_stop", _head, _table),
    Page("mentor_notes", _head, _table),
    Page("contacts", _head, _table),
    Page("their_view", _head, _table),
    Page("achievements", _head, _plan),
    Page("help_requests", _head, _table),
    Page("move", _head, lambda scene: (scene.moving.move,)),
    Page("both_tables", _head, _nothing),
    Page("reviews", _head, _table),
    Page("review_answer", _head, _review),
    Page("help_new", _head, lambda scene: (scene.table.pk, next(iter(WISHES)))),
    Page("help_take_back", _head, _asked),
    Page("talk", _head, _table),
    Page("talk_new", _head, _table),
    Page("talk_cancel", _head, _coming),
    Page("talk_topic", _head, _table),
    Page("talk_item", _head, lambda scene: (scene.talks.hers.pk,)),
    Page("talk_boundary", _head, _coming),
    Page("talk_helped", _head, _unnoted),
    Page("talks", _head, _table),
    Page("agreement", _head, lambda scene: (scene.talks.agreement.pk,)),
    Page("chosen", _head, lambda scene: (scene.lines.waits.pk,)),
    Page("chosen_order", _head, _plan),
    Page("chosen_after", _head, lambda scene: (scene.lines.over.pk,)),
    Page("line_join", _head, lambda scene: (scene.lines.wish.pk,)),
    Page("line", _head, _table),
    Page("place_answer", _head, lambda scene: (scene.lines.place.pk,)),
    Page("ruling", _head, lambda scene: (scene.lines.ruling.pk,)),
    Page("chosen_answer", _coordinator, lambda scene: (scene.lines.asked.pk,)),
    Page("offer_line", _leader, lambda scene: (scene.lines.long.pk,)),
    Page("offers", _head, _table),
    Page("offers sifted", _head, _table, "offers", "", "?omraade=health&ledig=1&snart=1&med=gruppe&slags=activity"),
    Page("offer", _head, _offer),
    Page("my_offers", _head, _table),
    Page("offer_compare", _head, _table),
    Page("wish_new", _head, _offer),
    Page("idea_new", _head, _table),
    Page("wish_drop", _head, lambda scene: (scene.finds.wish.pk,)),
    Page("need_new", _head, _table),
    Page("events", _head, _table),
    Page("catalogue", _leader, _catalogue),
    Page("catalogue_starters", _leader, _catalogue),
    Page("offer_new", _leader, _catalogue),
    Page("offer_kept", _leader, lambda scene: (scene.finds.offer.pk,)),
    Page("offer_change", _leader, lambda scene: (scene.finds.offer.pk,)),
    Page("offer_withdraw", _leader, lambda scene: (scene.finds.offer.pk,)),
    Page("events_kept", _leader, _catalogue),
    Page("event_new", _leader, _catalogue),
    Page("event_kept", _leader, lambda scene: (_first_of(Event, scene).pk,)),
    Page("materials_kept", _leader, _catalogue),
    Page("material_new", _leader, _catalogue),
    Page("material_kept", _leader, lambda scene: (_first_of(Material, scene).pk,)),
    Page("mentors_kept", _leader, _catalogue),
    Page("mentor_new", _leader, _catalogue),
    Page("mentor", _head, lambda scene: (scene.table.pk, *_profile(scene))),
    Page("mentor_agreement", _head, lambda scene: (scene.mentoring.waits.pk,)),
    Page("mentor_kept", _leader, _profile),
    Page("mentor_leaves", _leader, _profile),
    Page("needs", _leader, _catalogue),
    Page("offer_figures", _leader, lambda scene: (scene.project.pk,)),
    Page("case_offers", _coordinator, _table),
    Page("shown_offers", _head, _table),
    Page("materials", _head, _table),
    Page("material", _head, lambda scene: (scene.table.pk, _first_of(Material, scene).pk)),
    Page("case_catalogue", _coordinator, _table),
    Page("case_offer", _coordinator, _offer),
    Page("guest_tables", _mentor, _nothing),
    Page("guest_table", _mentor, _table),
    Page("guest_plan", _mentor, _plan),
    Page("guest_comment_new", _mentor, _kind),
    Page("guest_proposal_new", _mentor, _plan),
    Page("guest_proposal_take_back", _mentor, lambda scene: (scene.around.mentors.pk,)),
    Page("guest_step", _mentor, lambda scene: (scene.around.mentors_step.pk,)),
    Page("guest_mentor", _mentor, _table),
    Page("guest_agreement", _mentor, lambda scene: (scene.mentoring.waits.pk,)),
    Page("guest_notes", _mentor, _table),
    Page("guest_note_new", _mentor, _table),
    Page("guest_note", _mentor, lambda scene: (scene.mentoring.note.pk,)),
    Page("guest_step_new", _mentor, _plan),
    Page("guest_leave", _mentor, _table),
    Page("guest_around", _mentor, _plan),
    Page("guest_approve", _mentor, _plan),
    Page("guest_development", _mentor, _table),
    Page("guest_contacts", _mentor, _table),
    Page("caseload", _coordinator, _nothing),
    Page("case_list", _coordinator, _nothing),
    Page("waiting", _coordinator, _nothing),
    Page("away", _coordinator, _nothing),
    Page("substitute", _coordinator, _table),
    Page("caseload_imports", _coordinator, _nothing),
    Page("caseload_import", _coordinator, lambda scene: (scene.project.pk,)),
    Page("intake", _intake_officer, _nothing),
    Page("candidates", _intake_officer, _project),
    Page("candidate_list", _intake_officer, _project),
    Page("candidate_new", _intake_officer, _project),
    Page("candidate", _intake_officer, lambda scene: (scene.intake.candidate.pk,)),
    Page("candidate_end", _intake_officer, lambda scene: (scene.intake.candidate.pk,)),
    Page("candidate_change", _intake_officer, lambda scene: (scene.intake.candidate.pk,)),
    Page("candidates_import", _intake_officer, _project),
    Page("benefits_import", _intake_officer, _project),
    Page("case", _coordinator, _table),
    Page("contact_new", _coordinator, _table),
    Page("contact_correct", _coordinator, lambda scene: (scene.entry.pk,)),
    Page("case_plan", _coordinator, _plan),
    Page("case_around", _coordinator, _plan),
    Page("case_plan_contact", _coordinator, _plan),
    Page("contact_form_propose", _coordinator, _plan),
    Page("mentor_role", _coordinator, _plan),
    Page("case_mentor", _coordinator, _table),
    Page("case_reviews", _coordinator, _table),
    Page("review", _coordinator, _review),
    Page("mentor_agreement_new", _coordinator, _table),
    Page("case_mentor_notes", _coordinator, _table),
    Page("guidance_note", _coordinator, _plan),
    Page("team_advice", _coordinator, _plan),
    Page("part_approve", _coordinator, _plan),
    Page("comment_new", _coordinator, _kind),
    Page("proposal_new", _coordinator, _plan),
    Page("proposal_take_back", _coordinator, lambda scene: (scene.around.proposal.pk,)),
    Page("pen", _coordinator, _plan),
    Page("pen_paper", _coordinator, lambda scene: (scene.around.penned.pk,)),
    Page("own_step_new", _coordinator, _plan),
    Page("own_step", _coordinator, lambda scene: (scene.around.own_step.pk,)),
    Page("case_development", _coordinator, _table),
    Page("case_contacts", _coordinator, _table),
    Page("journal_copy", _coordinator, lambda scene: (scene.entry.pk,)),
    Page("journal_copy_new", _coordinator, _table),
    Page("drafts", _coordinator, _nothing),
    Page("information_meetings", _joining, _project),
    Page("information_meeting_new", _joining, _project),
    Page("information_meeting", _joining, lambda scene: (scene.joining.meeting.pk,)),
    Page("information_letters", _joining, lambda scene: (scene.joining.meeting.pk,)),
    Page("referral_new", _joining, lambda scene: (scene.joining.candidate.pk,)),
    Page("referral_paper", _joining, lambda scene: (scene.joining.asked.candidate_id,)),
    Page("course_begin", _coordinator, lambda scene: (scene.joining.prepared.pk,)),
    Page("course_end", _coordinator, lambda scene: (scene.course.pk,)),
    Page("follow_up", _coordinator, lambda scene: (scene.after.pk,)),
    Page("going_now", _head, lambda scene: (scene.after.pk,)),
    Page("own_view", _coordinator, _table),
    Page("belief", _coordinator, lambda scene: (scene.project.pk,)),
    Page("help_answer", _coordinator, _asked),
    Page("my_hours", _coordinator, _nothing),
    Page("my_notices", _coordinator, _nothing),
    Page("password", _coordinator, _nothing),
    Page("letters", _coordinator, _nothing),
    Page("case_letters", _coordinator, _table),
    Page("notices", _head, _nothing),
    Page("messages", _head, _table),
    Page("thread", _head, lambda scene: (scene.written.his.pk,)),
    Page("files", _head, _table),
    Page("file", _head, lambda scene: (scene.written.file.pk,)),
    Page("case_messages", _coordinator, _table),
    Page("case_thread", _coordinator, lambda scene: (scene.written.his.pk,)),
    Page("case_files", _coordinator, _table),
    Page("guest_messages", _mentor, _nothing),
    Page("guest_thread", _mentor, lambda scene: (scene.written.mentors.pk,)),
    Page("guest_files", _mentor, lambda scene: (scene.written.mentors.pk,)),
    Page("family_messages", _head, _family),
    Page("guest_notices", _mentor, _nothing),
    Page("my_mentoring", _mentor, _nothing),
    Page("conversations", _coordinator, _table),
    Page("conversation", _coordinator, _coming),
    Page("conversation held", _coordinator, lambda scene: (scene.talks.held.pk,), "conversation"),
    Page("conversation_new", _coordinator, _table),
    Page("conversation_cancel", _coordinator, _coming),
    Page("conversation_note", _coordinator, _unnoted),
    Page("conversation_helped", _coordinator, _unnoted),
    Page("self_check", _coordinator, lambda scene: (scene.talks.held.pk,)),
    Page("agenda_new", _coordinator, _table),
    Page("agenda_withdraw", _coordinator, lambda scene: (scene.talks.his.pk,)),
    Page("case_agreement", _coordinator, lambda scene: (scene.talks.promise.pk,)),
    Page("family_begin", _head, _table),
    Page("family", _head, _family),
    Page("family_child_new", _head, _family),
    Page("family_goal_new", _head, _family),
    Page("family_step_new", _head, _family),
    Page("family_step", _head, lambda scene: (scene.family.line.pk,)),
    Page("family_part", _head, _part),
    Page("family_words", _head, lambda scene: (scene.family.part.pk, "hope")),
    Page("family_sharing", _head, _part),
    Page("family_consent", _head, lambda scene: (scene.family.childs.pk,)),
    Page("family_leave", _head, _part),
    Page("family_print", _head, _part),
    Page("case_family", _coordinator, _family),
    Page("family_invite", _coordinator, _family),
    Page("family_care", _coordinator, _part),
    Page("shared_parts", _coordinator, _nothing),
    Page("shared_part", _coordinator, _part),
    Page("guest_parts", _mentor, _nothing),
    Page("guest_part", _mentor, _part),
    Page("arrivals", _leader, lambda scene: (scene.project.pk,)),
    Page("arrival", _leader, lambda scene: (scene.moving.arrival,)),
    Page("quiet_rule", _leader, lambda scene: (scene.project.pk,)),
    Page("plan_rules", _leader, lambda scene: (scene.project.pk,)),
    Page("supervisions", _supervisor, _project),
    Page("supervision_new", _supervisor, _project),
    Page("supervision", _supervisor, lambda scene: (scene.supervising.opened.pk,)),
    Page("supervision_end", _supervisor, lambda scene: (scene.project.pk, scene.supervising.opened.pk)),
    Page("supervised_plan", _supervisor, _plan),
    Page("supervised_contacts", _supervisor, _table),
    Page("trainings", _leader, lambda scene: (scene.project.pk,)),
    Page("team", _leader, _project),
    Page("team_import", _leader, _project),
    Page("office_new", _leader, _project),
    Page("office_end", _leader, lambda scene: (scene.project.pk, scene.staying.office.pk)),
    Page("caseload_move", _leader, lambda scene: (scene.project.pk, scene.staying.office.pk)),
    Page("chairs", _leader, _project),
    Page("chairs_fill", _leader, _project),
    Page("chair_fill", _leader, lambda scene: (scene.project.pk, scene.staying.empty.pk)),
    Page("continuity", _leader, _project),
    Page("areas", _leader, _project),
    Page("steering_new", _leader, _project),
    Page("steering_end", _leader, lambda scene: (scene.project.pk, scene.steering.pk)),
    Page("self_support", _leader, _project),
    Page("labour_market", _leader, _project),
    Page("after_exits", _leader, _project),
    Page("targets", _leader, _project),
    Page("instruments", _keeper, _nothing),
    Page("instrument", _keeper, _instrument),
    Page("instrument_version", _keeper, _version),
    Page("instrument_compare", _keeper, _version),
    Page("instrument_file", _keeper, _version),
    Page("instrument_begin", _keeper, lambda scene: (scene.questions.project.pk,)),
    Page("instrument_withdraw", _keeper, _instrument),
    Page("draft", _keeper, _instrument),
    Page("draft_intro", _keeper, _instrument),
    Page("draft_item_new", _keeper, _instrument),
    Page("draft_item", _keeper, _item),
    Page("draft_voice", _keeper, _item),
    Page("draft_preview", _keeper, _first),
    Page("draft_try", _keeper, _instrument),
    Page("draft_try_item", _keeper, _first),
    Page("draft_remarks", _keeper, _instrument),
    Page("draft_publish", _keeper, _instrument),
    Page("draft_discard", _keeper, _instrument),
    Page("project", _leader, lambda scene: (scene.project.pk,)),
    Page("programme", _agency, lambda scene: (scene.programme.pk,)),
    Page("legal_basis", _agency, lambda scene: (scene.programme.pk,)),
    Page("release_publish", _agency, lambda scene: (scene.programme.pk,)),
    Page("experience_publish", _agency, lambda scene: (scene.programme.pk,)),
    Page("releases", _agency, _nothing),
    Page("release", _agency, lambda scene: (scene.release.pk,)),
)


def walked() -> list[str]:
    """The names of all pages in docs/walk.md, in its order."""
    rows = [line.split("|") for line in WALK.read_text(encoding="utf-8").splitlines() if line.startswith("| ")]
    return [name for row in rows for name in NAME.findall(row[2])]


def not_measured() -> list[str]:
    """Pages of the walk that show something and are not in the list above."""
    measured = {page.name for page in PAGES}
    return [name for name in walked() if name not in measured and name not in NO_PAGE]
