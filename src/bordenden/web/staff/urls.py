"""Addresses of the caseworker's door."""

from django.urls import path

from bordenden.web.staff.views.agenda_new import agenda_new
from bordenden.web.staff.views.agenda_withdraw import agenda_withdraw
from bordenden.web.staff.views.away import away
from bordenden.web.staff.views.belief import belief
from bordenden.web.staff.views.case import case
from bordenden.web.staff.views.case_agreement import case_agreement
from bordenden.web.staff.views.case_contacts import case_contacts
from bordenden.web.staff.views.case_development import case_development
from bordenden.web.staff.views.case_file_get import case_file_get
from bordenden.web.staff.views.case_files import case_files
from bordenden.web.staff.views.case_letters import case_letters
from bordenden.web.staff.views.case_messages import case_messages
from bordenden.web.staff.views.case_plan import case_plan
from bordenden.web.staff.views.case_sheet import case_sheet
from bordenden.web.staff.views.case_sheets import case_sheets
from bordenden.web.staff.views.case_thread import case_thread, case_thread_draft
from bordenden.web.staff.views.caseload import caseload
from bordenden.web.staff.views.caseload_import import caseload_import
from bordenden.web.staff.views.caseload_imports import caseload_imports
from bordenden.web.staff.views.comment_new import comment_new, comment_new_draft
from bordenden.web.staff.views.contact_correct import contact_correct, contact_correct_draft
from bordenden.web.staff.views.contact_new import contact_new, contact_new_draft
from bordenden.web.staff.views.conversation import conversation
from bordenden.web.staff.views.conversation_cancel import conversation_cancel
from bordenden.web.staff.views.conversation_helped import conversation_helped
from bordenden.web.staff.views.conversation_new import conversation_new
from bordenden.web.staff.views.conversation_note import conversation_note, conversation_note_draft
from bordenden.web.staff.views.conversations import conversations
from bordenden.web.staff.views.course_end import course_end, course_end_draft
from bordenden.web.staff.views.drafts import drafts
from bordenden.web.staff.views.empowerment import empowerment
from bordenden.web.staff.views.help_answer import help_answer, help_answer_draft
from bordenden.web.staff.views.journal_copy import journal_copy
from bordenden.web.staff.views.journal_copy_new import journal_copy_new
from bordenden.web.staff.views.letters import letters
from bordenden.web.staff.views.my_hours import my_hours
from bordenden.web.staff.views.my_notices import my_notices
from bordenden.web.staff.views.own_view import own_view, own_view_draft
from bordenden.web.staff.views.self_check import self_check
from bordenden.web.staff.views.substitute import substitute
from bordenden.web.staff.views.together import together
from bordenden.web.staff.views.together_question import together_question
from bordenden.web.staff.views.waiting import waiting

urlpatterns = [
    path("", caseload, name="caseload"),
    path("kladder/", drafts, name="drafts"),
    path("venter/", waiting, name="waiting"),
    path("hent/", caseload_imports, name="caseload_imports"),
    path("projekt/<uuid:project>/hent/", caseload_import, name="caseload_import"),
    path("vaek/", away, name="away"),
    path("bord/<uuid:table>/vikar/", substitute, name="substitute"),
    path("bord/<uuid:table>/", case, name="case"),
    path("bord/<uuid:table>/kontakt/", contact_new, name="contact_new"),
    path("bord/<uuid:table>/kontakt/kladde/", contact_new_draft, name="contact_new_draft"),
    path("bord/<uuid:table>/kontaktlog/", case_contacts, name="case_contacts"),
    path("bord/<uuid:table>/journal/", journal_copy_new, name="journal_copy_new"),
    path("bord/<uuid:pk>/udvikling/", case_development, name="case_development"),
    path("projekt/<uuid:project>/tro/", belief, name="belief"),
    path("bord/<uuid:table>/mit-blik/", own_view, name="own_view"),
    path("bord/<uuid:table>/mit-blik/kladde/", own_view_draft, name="own_view_draft"),
    path("kontakt/<uuid:entry>/journal/", journal_copy, name="journal_copy"),
    path("vurderinger/", case_sheets, name="case_sheets"),
    path("vurdering/<uuid:pk>/", case_sheet, name="case_sheet"),
    path("bord/<uuid:table>/sammen/", together, name="together"),
    path("bord/<uuid:table>/sammen/<uuid:item>/", together_question, name="together_question"),
    path("kontakt/<uuid:entry>/ret/", contact_correct, name="contact_correct"),
    path("kontakt/<uuid:entry>/ret/kladde/", contact_correct_draft, name="contact_correct_draft"),
    path("plan/<uuid:plan>/", case_plan, name="case_plan"),
    path("plan/<uuid:plan>/svar/<slug:kind>/", comment_new, name="comment_new"),
    path("plan/<uuid:plan>/svar/<slug:kind>/kladde/", comment_new_draft, name="comment_new_draft"),
    path("bord/<uuid:table>/samtaler/", conversations, name="conversations"),
    path("bord/<uuid:table>/samtaler/ny/", conversation_new, name="conversation_new"),
    path("bord/<uuid:table>/dagsorden/", agenda_new, name="agenda_new"),
    path("dagsorden/<uuid:item>/", agenda_withdraw, name="agenda_withdraw"),
    path("samtale/<uuid:conversation>/", conversation, name="conversation"),
    path("samtale/<uuid:conversation>/aflys/", conversation_cancel, name="conversation_cancel"),
    path("samtale/<uuid:conversation>/note/", conversation_note, name="conversation_note"),
    path("samtale/<uuid:conversation>/note/kladde/", conversation_note_draft, name="conversation_note_draft"),
    path("samtale/<uuid:conversation>/hjalp/", conversation_helped, name="conversation_helped"),
    path("samtale/<uuid:conversation>/selv/", self_check, name="self_check"),
    path("aftale/<uuid:agreement>/", case_agreement, name="case_agreement"),
    path("forloeb/<uuid:enrolment>/slut/", course_end, name="course_end"),
    path("forloeb/<uuid:enrolment>/slut/kladde/", course_end_draft, name="course_end_draft"),
    path("mig/", my_hours, name="my_hours"),
    path("om/empowerment/", empowerment, name="empowerment"),
    path("hjaelp/<uuid:asked>/", help_answer, name="help_answer"),
    path("hjaelp/<uuid:asked>/kladde/", help_answer_draft, name="help_answer_draft"),
    path("besked/", my_notices, name="my_notices"),
    path("breve/", letters, name="letters"),
    path("bord/<uuid:table>/breve/", case_letters, name="case_letters"),
    path("bord/<uuid:table>/beskeder/", case_messages, name="case_messages"),
    path("besked/<uuid:thread>/", case_thread, name="case_thread"),
    path("besked/<uuid:thread>/kladde/", case_thread_draft, name="case_thread_draft"),
    path("bord/<uuid:table>/filer/", case_files, name="case_files"),
    path("fil/<uuid:view>/hent/", case_file_get, name="case_file_get"),
]
