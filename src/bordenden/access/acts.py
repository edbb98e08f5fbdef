"""Who may do what: one line an act. A citizen, a caseworker and a data protection officer can read it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from django.db.models import Model

from bordenden.access.relations import (
    Anybody,
    GuardedPart,
    InOffice,
    Oneself,
    OnSeat,
    OpenedPart,
    OwnPart,
    Relation,
    Seated,
    SharedWith,
)
from bordenden.assessments.models import Instrument, Sheet
from bordenden.contactlog.models import Entry, HelpRequest
from bordenden.evaluation.models import Release
from bordenden.exchange.models import File, FileView, Thread
from bordenden.exchange.words import LAYING_SEATS, WRITING_SEATS
from bordenden.families.models import Family, Part, Undertaking
from bordenden.followup.models import FollowUp
from bordenden.intake.models import Candidate, InformationMeeting, Referral
from bordenden.meetings.models import AgendaItem, Agreement, Conversation
from bordenden.mentors.models import MentorAgreement, MentorNote, MentorProfile
from bordenden.moves.models import Arrival, Move
from bordenden.offers.models import Catalogue, Event, Material, Offer, Waiting
from bordenden.pathways.models import Enrolment, Seat, Table
from bordenden.pathways.words import Room, SeatRole
from bordenden.people.models import Person
from bordenden.plans.models import Barrier, Chosen, Goal, Penned, Plan, PlanVersion, Proposal, Ruling, SmallStep
from bordenden.programmes.models import Programme, Project
from bordenden.programmes.words import OfficeRole
from bordenden.reviews.models import Review

LOOKING = frozenset({"read", "visit", "preview", "browse", "shown", "view"})
T_co = TypeVar("T_co", bound=Model, covariant=True)


@dataclass(frozen=True, slots=True)
class Act(Generic[T_co]):
    """`code` on a kind of thing, open to `who`; `why` is the ground a citizen can read."""

    code: str
    on: type[T_co]
    who: tuple[Relation, ...]
    why: str

    @property
    def national(self) -> bool:
        """Whether it is about a whole programme: figures of every municipality, never a table."""
        return any(isinstance(relation, InOffice) and relation.scope == "programme" for relation in self.who)

    @property
    def at_the_table(self) -> bool:
        """Whether a seat opens it: then nothing is done by it once the table is closed."""
        return any(isinstance(relation, (Seated, SharedWith, OnSeat)) for relation in self.who)

    @property
    def looks(self) -> bool:
        """Whether it is for looking, as its code says."""
        return self.code.rpartition(".")[2] in LOOKING

    @property
    def only_asks(self) -> bool:
        """Whether it makes something new, or decides about a whole table, plan or seat: nothing of its own is read."""
        return self.at_the_table and not self.looks and self.on in (Table, Plan, Seat)


def seated_with(room: Room) -> Seated:
    """Anybody at the table for whom the head has opened the room."""
    return Seated(f"seated_with({room})", frozenset({SeatRole.COORDINATOR, SeatRole.MENTOR, SeatRole.GUEST}), room)


def mentor_with(room: Room) -> Seated:
    """The mentor, when the head has opened the room for her."""
    return Seated(f"mentor_with({room})", frozenset({SeatRole.MENTOR}), room)


head = Seated("head", frozenset({SeatRole.HEAD}))
coordinator = Seated("coordinator", frozenset({SeatRole.COORDINATOR}))
substitute = Seated("substitute", frozenset({SeatRole.SUBSTITUTE}))
supervisor = Seated("supervisor", frozenset({SeatRole.SUPERVISOR}), office=OfficeRole.SUPERVISOR)
mentor = Seated("mentor", frozenset({SeatRole.MENTOR}))
mentor_let_in = Seated("mentor_let_in", frozenset({SeatRole.MENTOR}), any_room=True)
that_mentor = OnSeat("that_mentor", mentor)
author_let_in = OnSeat("author_let_in", mentor_let_in)
let_in = Seated("let_in", frozenset({SeatRole.MENTOR, SeatRole.GUEST}), any_room=True)
at_the_familys_table = Seated("at_the_familys_table", frozenset({SeatRole.HEAD, SeatRole.FAMILY}))
around_the_family = Seated("around_the_family", frozenset({SeatRole.HEAD, SeatRole.FAMILY}), staying=True)
own_part = OwnPart("own_part")
own_part_now = OwnPart("own_part_now", staying=True, of_age=True)
guardian_of_small = GuardedPart("guardian_of_small", "own_part_from")
guardian_reading = GuardedPart("guardian_reading", "guardian_reads_until")
guardian_of_child = GuardedPart("guardian_of_child", "adult_from")
opened_part = OpenedPart("opened_part")
caseworker = InOffice("caseworker", OfficeRole.CASEWORKER, "project")
writes_with_her = SharedWith("writes_with_her", WRITING_SEATS)
lays_files = SharedWith("lays_files", LAYING_SEATS)
shared_with = SharedWith("shared_with", frozenset({SeatRole.COORDINATOR}))
project_leader = InOffice("project_leader", OfficeRole.PROJECT_LEADER, "project")
supervising_office = InOffice("supervising_office", OfficeRole.SUPERVISOR, "project")
intake_officer = InOffice("intake_officer", OfficeRole.INTAKE, "project")
its_intake_officer = InOffice("its_intake_officer", OfficeRole.INTAKE, "its_project")
steering = InOffice("steering", OfficeRole.STEERING, "project")
agency = InOffice("agency", OfficeRole.AGENCY, "programme")
agency_for_all = InOffice("agency_for_all", OfficeRole.AGENCY, "nation")
evaluator_for_all = InOffice("evaluator_for_all", OfficeRole.EVALUATOR, "nation")
leaders_for_all = InOffice("leaders_for_all", OfficeRole.PROJECT_LEADER, "nation")
municipality_leader = InOffice("municipality_leader", OfficeRole.PROJECT_LEADER, "municipality")
keeper = InOffice("keeper", OfficeRole.KEEPER, "municipality")
evaluator = InOffice("evaluator", OfficeRole.EVALUATOR, "programme")
oneself = Oneself()
anybody = Anybody()

# fmt: off
# At the table. The coordinator needs no opening for plan and log (public task); all else is the citizen's to open.
TABLE_READ = Act("table.read", Table, (head,), "It is her own table.")
CASE_READ = Act("case.read", Table, (coordinator, substitute), "The coordinating caseworker's public task, or the substitute's for a time.")
GUEST_TABLE_READ = Act("table.visit", Table, (let_in,), "The head has given the person a seat and opened a room for it.")
PLAN_READ = Act("plan.read", Plan, (head, coordinator, substitute, seated_with(Room.PLAN)), "Hers; the coordinator's task; opened by her.")
STATEMENT_WRITE = Act("statement.write", Plan, (head,), "Her own words are written by nobody else.")
STATEMENT_COMMENT = Act("statement.comment", Plan, (coordinator, mentor_with(Room.PLAN)), "They may stand beside her words, never on them.")
GOAL_SET = Act("goal.set", Plan, (head,), "Goals are hers.")
GOAL_REWORD = Act("goal.reword", Goal, (head,), "Goals are hers.")
STEP_SET = Act("step.set", Plan, (head,), "She sets the pace.")
STEP_MARK = Act("step.mark", SmallStep, (head,), "She says when it is done.")
GOAL_CHECK = Act("goal.check", Goal, (head,), "She says herself how sure she is, and what it takes.")
BARRIER_SET = Act("barrier.set", Plan, (head,), "What makes it hard is hers to say.")
BARRIER_CHANGE = Act("barrier.change", Barrier, (head,), "What makes it hard is hers to say.")
PROPOSAL_MAKE = Act("proposal.make", Plan, (coordinator, mentor_with(Room.PLAN)), "They may propose; nothing happens before she says yes.")
PROPOSAL_TAKE_BACK = Act("proposal.take_back", Proposal, (coordinator, mentor_with(Room.PLAN)), "They may take back what they proposed themselves and she has not answered.")
PROPOSAL_ANSWER = Act("proposal.answer", Proposal, (head,), "She decides, in their words or in her own.")
PLAN_PEN = Act("plan.pen", Plan, (coordinator,), "The caseworker writes while she speaks; it is hers when she says that it is right.")
PENNED_ANSWER = Act("penned.answer", Penned, (head,), "She says whether it is right.")
PENNED_PAPER = Act("penned.paper", Penned, (coordinator,), "She may say yes on paper; the note names who made it, and changes no words of hers.")
OWN_STEP_SET = Act("own_step.set", Plan, (coordinator, substitute, mentor_with(Room.PLAN)), "They may promise something themselves, never on her behalf.")
OWN_STEP_MARK = Act("own_step.mark", SmallStep, (coordinator, substitute, mentor_with(Room.PLAN)), "Whoever has promised a step says when it is done.")
PLAN_CONTACT_SET = Act("plan_contact.set", Plan, (head, coordinator), "Either may write whom to call; her caseworker and mentor stand there by themselves.")
PLAN_CONTACT_ORDER = Act("plan_contact.order", Plan, (head,), "Who stands on her list, and who first, is hers to say.")
CONTACT_FORM_SET = Act("contact_form.set", Plan, (head,), "How they keep in touch is hers to decide.")
CONTACT_FORM_PROPOSE = Act("contact.propose", Plan, (coordinator,), "The caseworker may propose; nothing changes before she says so.")
MENTOR_ROLE_WRITE = Act("mentor_role.write", Plan, (coordinator,), "Her caseworker sees to it that the plan says what a mentor is there for; she reads every wording.")
GUIDANCE_NOTE = Act("guidance.note", Plan, (coordinator,), "What is coordinated with the youth guidance is noted, and she reads it.")
TEAM_ADVISE = Act("team.advise", Plan, (coordinator,), "What a team recommends is noted beside her words, and she reads it.")
PART_APPROVE = Act("part.approve", Plan, (coordinator, seated_with(Room.PLAN)), "A professional stands by the part of their own area, once she has said yes to the plan.")
SHEET_START = Act("sheet.start", Table, (head,), "She rates her own situation.")
SHEET_ANSWER = Act("sheet.answer", Sheet, (head,), "She rates her own situation.")
SHEET_READ = Act("sheet.read", Sheet, (head, shared_with), "Hers; the very caseworker she sent it to, or showed it to for the day.")
SHEET_PEN = Act("sheet.pen", Table, (coordinator,), "The caseworker writes while she speaks; she says afterwards whether it is right.")
TALK_DECLINE = Act("talk.decline", Sheet, (head,), "Whether she talks about it is hers to say.")
DEVELOPMENT_READ = Act("development.read", Table, (head, seated_with(Room.DEVELOPMENT)), "Hers; opened by her.")
ROOM_OPEN = Act("room.open", Seat, (head,), "She decides who sees what.")
SEAT_PREVIEW = Act("seat.preview", Seat, (head,), "She sees her table as that seat sees it.")
LOOKS_READ = Act("looks.read", Table, (head,), "She sees who looked.")
CONTACTS_READ = Act("contacts.read", Table, (head, coordinator, substitute, seated_with(Room.CONTACTS)), "Hers; the duty to note; opened by her.")
CONTACT_WRITE = Act("contact.write", Table, (coordinator, substitute), "The duty to note.")
CONTACT_CORRECT = Act("contact.correct", Entry, (coordinator, substitute), "The duty to note; a correction is added, nothing is written over.")
OWN_VIEW_SAY = Act("own_view.say", Table, (coordinator,), "A second informant, apart from hers; she reads it.")
OWN_VIEW_READ = Act("own_view.read", Table, (head,), "What is said about her is hers to read.")
HELP_ASK = Act("help.ask", Table, (head,), "She asks to be called, and asks what she wonders about.")
HELP_READ = Act("help.read", Table, (head, coordinator, substitute), "Hers; whoever answers must read what she asks.")
HELP_TAKE_BACK = Act("help.take_back", HelpRequest, (head,), "She may take back what nobody has answered.")
HELP_ANSWER = Act("help.answer", HelpRequest, (coordinator, substitute), "She is to be answered, by her own caseworker or whoever stands in.")
SUBSTITUTE_SET = Act("substitute.set", Table, (coordinator,), "While away, the public task goes on; a substitute appoints nobody.")
JOURNAL_COPY = Act("journal.copy", Entry, (coordinator,), "The duty to note: what is noted here also stands in the municipality's own journal.")
JOURNAL_COPY_NEW = Act("journal.copy_new", Table, (coordinator,), "The same, for all that is not there yet.")
CASE_LIST_TAKE = Act("case_list.take", Table, (coordinator,), "Deadlines are kept in other tools too: case number, stage and next deadline leave, never a name or a word of hers.")
CONVERSATIONS_READ = Act("conversations.read", Table, (head, coordinator, substitute), "What they talk about is theirs; the public task.")
CONVERSATION_READ = Act("conversation.read", Conversation, (head, coordinator, substitute), "What they talk about is theirs; the public task.")
CONVERSATION_SET = Act("conversation.set", Table, (head, coordinator, substitute), "Either of them may ask for a talk.")
CONVERSATION_CANCEL = Act("conversation.cancel", Conversation, (head, coordinator, substitute), "Either of them may call it off.")
AGENDA_WRITE = Act("agenda.write", Table, (head, coordinator, substitute), "Both may say what to talk about.")
AGENDA_ORDER = Act("agenda.order", AgendaItem, (head,), "She decides the order, and what comes off.")
AGENDA_WITHDRAW = Act("agenda.withdraw", AgendaItem, (coordinator, substitute), "He may take back what he put there himself.")
BOUNDARY_WRITE = Act("boundary.write", Conversation, (head,), "She says what she will not talk about.")
CONVERSATION_NOTE = Act("conversation.note", Conversation, (coordinator, substitute), "The duty to note; a correction is added.")
CONVERSATION_CHECK = Act("conversation.check", Conversation, (coordinator, substitute), "He looks back at himself, for himself.")
AGREEMENT_MARK = Act("agreement.mark", Agreement, (head, coordinator, substitute), "Whoever has promised says when it is done.")
HELPED_SAY = Act("conversation.helped", Conversation, (head, coordinator, substitute), "Each says whether it helped; neither reads the other's answer.")
OFFERS_SHOW = Act("offers.show", Table, (coordinator, substitute), "They go through what there is with her, and note what she was shown.")
OFFERS_SHOWN_READ = Act("offers.shown", Table, (head,), "What was gone through with her is hers to read.")
MATERIALS_READ = Act("materials.read", Table, (head,), "What her municipality has written for her to read and print.")
CHOSEN_ORDER = Act("chosen.order", Plan, (head,), "The order is hers.")
CHOSEN_STEER = Act("chosen.steer", Chosen, (head,), "She chooses, sets the pace, stops, and says what came of it.")
CHOSEN_ANSWER = Act("chosen.answer", Chosen, (coordinator, substitute), "The municipality answers what she asks for, with its reason; she reads it.")
RULING_READ = Act("ruling.read", Ruling, (head, coordinator, substitute), "A letter to her; whoever gave it must be able to print it.")
LINE_READ = Act("line.read", Table, (head,), "Where she stands in line is hers to know, and nobody else's in it.")
PLACE_ANSWER = Act("place.answer", Waiting, (head,), "She says yes or no to a place.")
OFFERS_BROWSE = Act("offers.browse", Table, (head,), "She looks in the catalogue herself; what she looks at is nobody's business.")
OFFER_SAVE = Act("offer.save", Table, (head,), "What she keeps and compares is hers alone.")
EVENT_ATTEND = Act("event.attend", Table, (head,), "She goes where she likes; nobody sees who else comes.")
CHOSEN_WISH = Act("chosen.wish", Table, (head,), "She decides what she is to take part in.")
CHOSEN_DROP = Act("chosen.drop", Chosen, (head,), "A wish is hers to take back.")
NEED_SAY = Act("need.say", Table, (head,), "She says what is missing.")
VERSION_DRAFT = Act("version.draft", Plan, (head, coordinator, substitute), "Either of them may put the plan together, for her to agree to.")
VERSION_READ = Act("version.read", PlanVersion, (head, coordinator, substitute), "Hers; the coordinator's task to follow up and hand over.")
VERSION_AGREE = Act("version.agree", PlanVersion, (head,), "Nobody says yes for her.")
VERSION_PAPER = Act("version.paper", PlanVersion, (coordinator, substitute), "What she signed on paper is noted, under the name of whoever notes it.")
HANDOVER_NOTE = Act("handover.note", PlanVersion, (coordinator, substitute), "The plan is put into her hands.")
INFLUENCE_READ = Act("influence.read", Plan, (head, coordinator, substitute), "Hers; who proposed and who decided is theirs to look at together.")
PLAN_KIND = Act("plan.kind", Plan, (coordinator,), "In a resource course the plan is its part of the rehabilitation plan.")
MESSAGES_READ = Act("messages.read", Table, (head, coordinator, substitute), "She writes with those who work with her; they with her.")
THREAD_WRITE = Act("thread.write", Thread, (head, writes_with_her), "Hers and that one seat's, and nobody else's.")
FILES_PUT = Act("files.put", Table, (head, coordinator, substitute), "She lays what she will on the table; so may her caseworker.")
FILE_LAY = Act("file.lay", Thread, (lays_files,), "While she writes with a mentor or a professional they may lay a file there, for her to read.")
FILE_READ = Act("file.read", File, (head,), "All files at her table are hers to read; she decides who else sees them.")
FILE_VIEW = Act("file.view", FileView, (writes_with_her,), "She has shown it to that one seat, for good or while they meet, or it was put there from it.")
MENTORS_READ = Act("mentors.read", Table, (head,), "Whom she may choose as her mentor, and how it stands with hers, is hers to know.")
MENTOR_CHOOSE = Act("mentor.choose", Table, (head,), "She answers the offer, chooses among those with room, changes and stops, and gives no reason.")
MENTOR_OFFER = Act("mentor.offer", Table, (coordinator, substitute), "A mentor is always offered; the offer and the answer are noted.")
MENTOR_AGREEMENT_WRITE = Act("mentor_agreement.write", Table, (coordinator,), "Somebody is to write the agreement down; nothing counts before she and the mentor say yes.")
MENTOR_AGREE = Act("mentor_agreement.answer", MentorAgreement, (head, that_mentor), "The agreement is between her and the mentor.")
MENTORING_READ = Act("mentoring.read", Table, (mentor,), "Whoever is chosen reads what the task is; nothing of hers comes with it.")
MENTOR_LEAVE = Act("mentor.leave", Table, (mentor,), "A mentor may stop.")
MENTOR_NOTES_READ = Act("mentor_notes.read", Table, (head, coordinator, substitute), "What is written about her is hers to read; the coordinator's task.")
MENTOR_NOTE_WRITE = Act("mentor_note.write", Table, (mentor_let_in,), "The mentor notes what they do together, while she keeps a room open.")
MENTOR_NOTE_REWORD = Act("mentor_note.reword", MentorNote, (author_let_in,), "The author may put it better; the earlier words are kept.")
LETTERS_POST = Act("letters.post", Table, (coordinator, substitute), "Whoever wants paper gets it from her caseworker's hand.")
SUPERVISION_READ = Act("supervision.read", Table, (supervisor,), "Drawn by lot, for a purpose and some days she reads of; to read, never to write.")
SUPERVISED_PLAN = Act("supervised_plan.read", Plan, (supervisor,), "Drawn by lot, for a purpose and some days she reads of; to read, never to write.")
SUPERVISED_CONTACTS = Act("supervised_contacts.read", Table, (supervisor,), "Drawn by lot, for a purpose and some days she reads of; to read, never to write.")
JOINING_ANSWER = Act("joining.answer", Referral, (head,), "Whether she takes part is hers to say, and nobody else's.")
JOINING_STOP = Act("joining.stop", Table, (head,), "She may take her yes back any day, and gives no reason.")
COURSE_BEGIN = Act("course.begin", Enrolment, (coordinator,), "A course begins with the one who works with her.")
REVIEWS_READ = Act("reviews.read", Table, (head, coordinator, substitute), "Hers; whoever works with her sees how it went when it was quiet.")
REVIEW_HOLD = Act("review.hold", Review, (coordinator,), "It has been quiet: somebody is to ask how she is. What follows a person decides, and she reads it.")
REVIEW_ANSWER = Act("review.answer", Review, (head,), "What is decided about her is hers to read, and to say something to.")
MOVE_ANSWER = Act("move.answer", Move, (head,), "Whether what is hers goes along when she moves is hers to say.")
COURSE_END = Act("course.end", Enrolment, (coordinator,), "The coordinating caseworker's public task.")
FOLLOW_UP_NOTE = Act("follow_up.note", FollowUp, (coordinator, substitute), "What became of those who left is to be known; her last caseworker asks.")
FOLLOW_UP_SAY = Act("follow_up.say", FollowUp, (head,), "How it goes now is hers to say, or not to say.")

# At a family's table. What is common is everybody's there; each part is its owner's, and opened by the owner alone.
FAMILY_BEGIN = Act("family.begin", Table, (head,), "Whether it is her plan or the family's is hers to say.")
FAMILY_READ = Act("family.read", Family, (around_the_family, coordinator, substitute), "Who is at the table, how far each part is, and what is common; no word of a part.")
FAMILY_INVITE = Act("family.invite", Family, (coordinator,), "He may offer a seat; whoever is offered it says yes or leaves it.")
FAMILY_WRITE = Act("family.write", Family, (around_the_family,), "The whole family sits at the head.")
FAMILY_JOIN = Act("family.join", Family, (at_the_familys_table,), "Whoever has a seat there says yes to being in the family, also again after leaving it.")
UNDERTAKING_MARK = Act("family.mark", Undertaking, (around_the_family,), "The family says when a step is done.")
PART_READ = Act("part.read", Part, (own_part, guardian_reading, opened_part), "The owner's for ever; a small child's guardian's; whoever the owner opens it for.")
PART_WRITE = Act("part.write", Part, (own_part_now, guardian_of_small), "Each writes only the own part; a small child through a guardian.")
PART_OPEN = Act("part.open", Part, (own_part_now, guardian_of_small), "The owner decides who sees it, one by one.")
CONSENT_SAY = Act("consent.say", Part, (guardian_of_child,), "A child has a part when a guardian has said yes.")
FAMILY_LEAVE = Act("family.leave", Part, (own_part_now, guardian_of_child), "Anybody may get up; then all sharing ends.")
MEMBER_CARE = Act("family.care", Part, (coordinator,), "Whoever moves out is to be taken from the table, and no child to be without a guardian; no word is shown.")

# In an office: figures, never a table.
CASELOAD_IMPORT = Act("caseload.import", Project, (caseworker,), "A caseworker brings in own citizens; the table is laid with a seat, never by the office.")
CANDIDATES_READ = Act("candidates.read", Project, (intake_officer,), "Somebody is to find out who may join; a name, benefits and target group, until the course begins.")
CANDIDATE_REGISTER = Act("candidate.register", Project, (intake_officer,), "Whoever might join is written up; that she is another's stays a secret.")
CANDIDATE_LIST_TAKE = Act("candidate_list.take", Project, (intake_officer,), "Whoever plans the way in may take along a number, a stage and the next day of each; never a name.")
CANDIDATES_IMPORT = Act("candidates.import", Project, (intake_officer,), "Whoever might join is written up, many at once; each by the same rules, and that she is another's stays a secret.")
BENEFITS_IMPORT = Act("benefits.import", Project, (intake_officer,), "The law counts days on benefit; they are kept for those who might join.")
CANDIDATE_READ = Act("candidate.read", Candidate, (its_intake_officer,), "She is to be told whether she may join, and why; from the begin of her course on nobody reads it so.")
CANDIDATE_CHANGE = Act("candidate.change", Candidate, (its_intake_officer,), "What decides whether she may join is to be right.")
BELIEF_TALLY = Act("belief.tally", Project, (caseworker,), "Belief in job chances is counted over the ten newest; nobody is named.")
PROJECT_FIGURES = Act("project.figures", Project, (project_leader,), "The project leader runs the project.")
TRAINING_HOLD = Act("training.hold", Project, (project_leader,), "The project leader runs the project and its staff's training.")
LAYOUT_EDIT = Act("layout.edit", Project, (project_leader,), "A municipality may print its plans in its own way.")
TARGETS_SET = Act("targets.set", Project, (project_leader,), "The project leader says how many of each target group it set out to have; counted, nobody is named.")
PLAN_RULES_SET = Act("plan_rules.set", Project, (project_leader,), "The municipality decides whether a team advises and how many professionals are too many; what is missing is counted, nobody is named.")
QUIET_RULE_SET = Act("quiet_rule.set", Project, (project_leader,), "A project says after how long somebody is to ask how a citizen is; nobody is shown.")
SUPERVISIONS_READ = Act("supervisions.read", Project, (project_leader, supervising_office), "What has been looked into, why, and at how many courses; nobody is named.")
SUPERVISION_OPEN = Act("supervision.open", Project, (supervising_office,), "Somebody sees to it that the work is done well: by lot, for a stated purpose, until a day.")
STEERING_READ = Act("steering.read", Project, (project_leader, steering), "All areas are to be with us, as users and in the steering group; counted, and no citizen is shown.")
STEERING_SET = Act("steering.set", Project, (project_leader,), "The project leader writes who sits in the steering group for which area.")
CHAIR_FILL = Act("chair.fill", Project, (project_leader,), "Nobody is to sit without a caseworker; the leader sees case numbers and who of the office sits there, and nothing on the table.")
CASELOAD_MOVE = Act("caseload.move", Project, (project_leader,), "When a caseworker leaves, her citizens get another in the same moment; the leader sees case numbers, and nothing on a table.")
TEAM_SET = Act("team.set", Project, (project_leader,), "The project leader gives and ends the offices of the own project; an office reaches no table.")
TEAM_IMPORT = Act("team.import", Project, (project_leader,), "The project leader brings a list of colleagues; no file gives a login, and nobody an office to herself.")
PROGRAMME_FIGURES = Act("programme.figures", Programme, (agency, evaluator), "Participants per project are exact for the agency (grants).")
LEGAL_BASIS_SET = Act("legal_basis.set", Programme, (agency,), "The agency names the order by which taking part is free; no table is shown.")
RELEASE_PUBLISH = Act("release.publish", Programme, (agency,), "The agency publishes, after the attack has found nothing.")
INSTRUMENT_READ = Act("instrument.read", Instrument, (agency_for_all, evaluator_for_all, leaders_for_all, municipality_leader), "The questions are open to those who answer for them; a municipality's own to its project leader.")
INSTRUMENT_TRY = Act("instrument.try", Instrument, (agency_for_all, leaders_for_all, municipality_leader), "Municipalities take part in testing the common questions; nothing answered is kept.")
INSTRUMENT_EDIT = Act("instrument.edit", Instrument, (agency_for_all, municipality_leader), "The agency keeps the common core; a municipality its own questions beside it.")
INSTRUMENT_BEGIN = Act("instrument.begin", Project, (project_leader,), "A municipality may ask questions of its own.")
ARRIVALS_READ = Act("arrivals.read", Project, (project_leader,), "Who moves here with a table, on her own yes: a name and from where, and nothing of what she brings.")
ARRIVAL_RECEIVE = Act("arrival.receive", Arrival, (municipality_leader,), "Somebody gives her a caseworker; what she brings is laid before her, and the office does not read it.")
CATALOGUE_KEEP = Act("catalogue.keep", Catalogue, (keeper, municipality_leader), "The municipality keeps its own catalogue; what is missed there is counted, never read.")
OFFER_KEEP = Act("offer.keep", Offer, (keeper, municipality_leader), "The municipality keeps its own catalogue.")
LINE_KEEP = Act("line.keep", Offer, (keeper, municipality_leader), "The municipality keeps the line; it sees case numbers and no names, and a priority carries a reason she reads.")
EVENT_KEEP = Act("event.keep", Event, (keeper, municipality_leader), "The municipality keeps its own catalogue.")
MATERIAL_KEEP = Act("material.keep", Material, (keeper, municipality_leader), "The municipality keeps its own library.")
MENTORS_KEEP = Act("mentors.keep", Catalogue, (keeper, municipality_leader), "The municipality finds its mentors and describes them.")
MENTOR_KEEP = Act("mentor.keep", MentorProfile, (keeper, municipality_leader), "The municipality describes its mentors, and says when one has stopped; no table is shown.")
RELEASE_READ = Act("release.read", Release, (anybody,), "It is published.")

# On the way in. A candidate is an intake officer's until the course begins, and nobody's there afterwards.
INFORMATION_HOLD = Act("information.hold", Project, (intake_officer,), "Whoever might join is to hear what it is.")
INFORMATION_RUN = Act("information.run", InformationMeeting, (its_intake_officer,), "Who was invited, and what they said to it; nothing follows from not coming.")
REFERRAL_MAKE = Act("referral.make", Candidate, (its_intake_officer,), "A candidate is asked to join, and may answer on paper; once the course has begun the door is shut.")

# About oneself.
NOTICES_SET = Act("notices.set", Person, (oneself,), "Each says how to hear that there is something to see.")
TABLES_SWITCH = Act("tables.switch", Person, (oneself,), "Whoever has moved may read the table they left.")
MENTOR_SELF = Act("mentor.self", Person, (oneself,), "A mentor says how many there is room for, and how to describe it.")
PASSWORD_CHANGE = Act("password.change", Person, (oneself,), "A password is one's own; the old one is asked for.")
HOURS_SET = Act("hours.set", Person, (oneself,), "Whoever she is to call says where and when.")
# fmt: on

# What each room she may open leads to.
ROOM_ACTS: dict[Room, Act[Plan] | Act[Table]] = {
    Room.PLAN: PLAN_READ,
    Room.DEVELOPMENT: DEVELOPMENT_READ,
    Room.CONTACTS: CONTACTS_READ,
}
# The rooms whoever supervises reads, each by an act of its own: it opens the pages to read and no others.
SUPERVISED_ROOMS: dict[Room, Act[Plan] | Act[Table]] = {
    Room.PLAN: SUPERVISED_PLAN,
    Room.CONTACTS: SUPERVISED_CONTACTS,
}


def ways_into(room: Room) -> tuple[Act[Plan] | Act[Table], ...]:
    """The acts by which somebody comes into the room."""
    supervised = SUPERVISED_ROOMS.get(room)
    return (ROOM_ACTS[room], supervised) if supervised else (ROOM_ACTS[room],)


def needs_no_opening(room: Room, role: SeatRole) -> bool:
    """Whether the law, and not she, lets the role into the room: then there is nothing to close."""
    return any(
        isinstance(who, Seated) and who.room is None and not who.any_room and role in who.roles
        for act in ways_into(room)
        for who in act.who
    )


def all_acts() -> Iterator[tuple[str, Act[Model]]]:
    """Every act with the name of its line, in the order of the table."""
    for name, value in globals().items():
        if isinstance(value, Act):
            yield name, value
