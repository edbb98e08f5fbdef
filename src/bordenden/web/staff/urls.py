"""Addresses of the caseworker's door."""

from django.urls import path

from bordenden.web.staff.views.agenda_new import agenda_new
from bordenden.web.staff.views.agenda_withdraw import agenda_withdraw
from bordenden.web.staff.views.away import away
from bordenden.web.staff.views.belief import belief
from bordenden.web.staff.views.benefits_import import benefits_import
from bordenden.web.staff.views.candidate import candidate
from bordenden.web.staff.views.candidate_change import candidate_change
from bordenden.web.staff.views.candidate_end import candidate_end
from bordenden.web.staff.views.candidate_list import candidate_list
from bordenden.web.staff.views.candidate_new import candidate_new
from bordenden.web.staff.views.candidates import candidates
from bordenden.web.staff.views.candidates_import import candidates_import
from bordenden.web.staff.views.case import case
from bordenden.web.staff.views.case_agreement import case_agreement
from bordenden.web.staff.views.case_around import case_around
from bordenden.web.staff.views.case_catalogue import case_catalogue
from bordenden.web.staff.views.case_contacts import case_contacts
from bordenden.web.staff.views.case_development import case_development
from bordenden.web.staff.views.case_family import case_family
from bordenden.web.staff.views.case_file_get import case_file_get
from bordenden.web.staff.views.case_files import case_files
from bordenden.web.staff.views.case_influence import case_influence
from bordenden.web.staff.views.case_letters import case_letters
from bordenden.web.staff.views.case_list import case_list
from bordenden.web.staff.views.case_mentor import case_mentor
from bordenden.web.staff.views.case_mentor_notes import case_mentor_notes
from bordenden.web.staff.views.case_messages import case_messages
from bordenden.web.staff.views.case_offer import case_offer
from bordenden.web.staff.views.case_offers import case_offers
from bordenden.web.staff.views.case_plan import case_plan
from bordenden.web.staff.views.case_plan_contact import case_plan_contact
from bordenden.web.staff.views.case_reviews import case_reviews
from bordenden.web.staff.views.case_sheet import case_sheet
from bordenden.web.staff.views.case_sheets import case_sheets
from bordenden.web.staff.views.case_thread import case_thread, case_thread_draft
from bordenden.web.staff.views.case_version import case_version
from bordenden.web.staff.views.case_version_new import case_version_new
from bordenden.web.staff.views.case_version_pdf import case_version_pdf
from bordenden.web.staff.views.case_versions import case_versions
from bordenden.web.staff.views.caseload import caseload
from bordenden.web.staff.views.caseload_import import caseload_import
from bordenden.web.staff.views.caseload_imports import caseload_imports
from bordenden.web.staff.views.chosen_answer import chosen_answer
from bordenden.web.staff.views.chosen_letter import chosen_letter
from bordenden.web.staff.views.comment_new import comment_new, comment_new_draft
from bordenden.web.staff.views.contact_correct import contact_correct, contact_correct_draft
from bordenden.web.staff.views.contact_form_propose import contact_form_propose
from bordenden.web.staff.views.contact_new import contact_new, contact_new_draft
from bordenden.web.staff.views.conversation import conversation
from bordenden.web.staff.views.conversation_cancel import conversation_cancel
from bordenden.web.staff.views.conversation_helped import conversation_helped
from bordenden.web.staff.views.conversation_new import conversation_new
from bordenden.web.staff.views.conversation_note import conversation_note, conversation_note_draft
from bordenden.web.staff.views.conversations import conversations
from bordenden.web.staff.views.course_begin import course_begin
from bordenden.web.staff.views.course_end import course_end, course_end_draft
from bordenden.web.staff.views.drafts import drafts
from bordenden.web.staff.views.empowerment import empowerment
from bordenden.web.staff.views.family_care import family_care
from bordenden.web.staff.views.family_invite import family_invite
from bordenden.web.staff.views.follow_up import follow_up
from bordenden.web.staff.views.guidance_note import guidance_note, guidance_note_draft
from bordenden.web.staff.views.handover_new import handover_new
from bordenden.web.staff.views.help_answer import help_answer, help_answer_draft
from bordenden.web.staff.views.information_letters import information_letters
from bordenden.web.staff.views.information_meeting import information_meeting
from bordenden.web.staff.views.information_meeting_new import information_meeting_new
from bordenden.web.staff.views.information_meetings import information_meetings
from bordenden.web.staff.views.intake import intake
from bordenden.web.staff.views.journal_copy import journal_copy
from bordenden.web.staff.views.journal_copy_new import journal_copy_new
from bordenden.web.staff.views.letters import letters
from bordenden.web.staff.views.mentor_agreement_new import mentor_agreement_new, mentor_agreement_new_draft
from bordenden.web.staff.views.mentor_role import mentor_role, mentor_role_draft
from bordenden.web.staff.views.my_hours import my_hours
from bordenden.web.staff.views.my_notices import my_notices
from bordenden.web.staff.views.own_step import own_step
from bordenden.web.staff.views.own_step_new import own_step_new
from bordenden.web.staff.views.own_view import own_view, own_view_draft
from bordenden.web.staff.views.part_approve import part_approve
from bordenden.web.staff.views.pen import pen, pen_draft
from bordenden.web.staff.views.pen_paper import pen_paper
from bordenden.web.staff.views.plan_kind import plan_kind
from bordenden.web.staff.views.proposal_new import proposal_new
from bordenden.web.staff.views.proposal_take_back import proposal_take_back
from bordenden.web.staff.views.referral_new import referral_new, referral_new_draft
from bordenden.web.staff.views.referral_paper import referral_paper, referral_paper_draft
from bordenden.web.staff.views.review import review, review_draft
from bordenden.web.staff.views.self_check import self_check
from bordenden.web.staff.views.shared_part import shared_part
from bordenden.web.staff.views.shared_parts import shared_parts
from bordenden.web.staff.views.substitute import substitute
from bordenden.web.staff.views.team_advice import team_advice, team_advice_draft
from bordenden.web.staff.views.together import together
from bordenden.web.staff.views.together_question import together_question
from bordenden.web.staff.views.version_paper import version_paper
from bordenden.web.staff.views.waiting import waiting

urlpatterns = [
    path("", caseload, name="caseload"),
    path("kladder/", drafts, name="drafts"),
    path("venter/", waiting, name="waiting"),
    path("liste/", case_list, name="case_list"),
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
    path("projekt/<uuid:project>/moeder/", information_meetings, name="information_meetings"),
    path("projekt/<uuid:project>/moeder/nyt/", information_meeting_new, name="information_meeting_new"),
    path("visitation/moede/<uuid:pk>/", information_meeting, name="information_meeting"),
    path("visitation/moede/<uuid:pk>/invitationer/", information_letters, name="information_letters"),
    path("visitation/<uuid:candidate>/spoerg/", referral_new, name="referral_new"),
    path("visitation/<uuid:candidate>/spoerg/kladde/", referral_new_draft, name="referral_new_draft"),
    path("visitation/<uuid:candidate>/papir/", referral_paper, name="referral_paper"),
    path("visitation/<uuid:candidate>/papir/kladde/", referral_paper_draft, name="referral_paper_draft"),
    path("forloeb/<uuid:enrolment>/begynd/", course_begin, name="course_begin"),
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
    path("plan/<uuid:plan>/rundt-om/", case_around, name="case_around"),
    path("plan/<uuid:plan>/rundt-om/ny/", case_plan_contact, name="case_plan_contact"),
    path("plan/<uuid:plan>/rundt-om/kontakt/", contact_form_propose, name="contact_form_propose"),
    path("plan/<uuid:plan>/rundt-om/mentor/", mentor_role, name="mentor_role"),
    path("plan/<uuid:plan>/rundt-om/mentor/kladde/", mentor_role_draft, name="mentor_role_draft"),
    path("plan/<uuid:plan>/rundt-om/vejledning/", guidance_note, name="guidance_note"),
    path("plan/<uuid:plan>/rundt-om/vejledning/kladde/", guidance_note_draft, name="guidance_note_draft"),
    path("plan/<uuid:plan>/rundt-om/team/", team_advice, name="team_advice"),
    path("plan/<uuid:plan>/rundt-om/team/kladde/", team_advice_draft, name="team_advice_draft"),
    path("plan/<uuid:plan>/rundt-om/min-del/", part_approve, name="part_approve"),
    path("plan/<uuid:plan>/svar/<slug:kind>/", comment_new, name="comment_new"),
    path("plan/<uuid:plan>/svar/<slug:kind>/kladde/", comment_new_draft, name="comment_new_draft"),
    path("plan/<uuid:plan>/udgaver/", case_versions, name="case_versions"),
    path("plan/<uuid:plan>/udgaver/ny/", case_version_new, name="case_version_new"),
    path("plan/<uuid:plan>/hvem-bestemte/", case_influence, name="case_influence"),
    path("plan/<uuid:plan>/ressourceforloeb/", plan_kind, name="plan_kind"),
    path("udgave/<uuid:version>/", case_version, name="case_version"),
    path("udgave/<uuid:version>/papir/", case_version_pdf, name="case_version_pdf"),
    path("udgave/<uuid:version>/underskrift/", version_paper, name="version_paper"),
    path("udgave/<uuid:version>/givet/", handover_new, name="handover_new"),
    path("plan/<uuid:plan>/forslag/", proposal_new, name="proposal_new"),
    path("forslag/<uuid:proposal>/", proposal_take_back, name="proposal_take_back"),
    path("plan/<uuid:plan>/pen/", pen, name="pen"),
    path("plan/<uuid:plan>/pen/kladde/", pen_draft, name="pen_draft"),
    path("skrevet/<uuid:penned>/", pen_paper, name="pen_paper"),
    path("plan/<uuid:plan>/skridt/", own_step_new, name="own_step_new"),
    path("skridt/<uuid:step>/", own_step, name="own_step"),
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
    path("efter/<uuid:pk>/", follow_up, name="follow_up"),
    path("forloeb/<uuid:enrolment>/slut/kladde/", course_end_draft, name="course_end_draft"),
    path("valgt/<uuid:chosen>/", chosen_answer, name="chosen_answer"),
    path("brev/<uuid:ruling>/", chosen_letter, name="chosen_letter"),
    path("mig/", my_hours, name="my_hours"),
    path("om/empowerment/", empowerment, name="empowerment"),
    path("hjaelp/<uuid:asked>/", help_answer, name="help_answer"),
    path("hjaelp/<uuid:asked>/kladde/", help_answer_draft, name="help_answer_draft"),
    path("bord/<uuid:table>/muligheder/", case_offers, name="case_offers"),
    path("bord/<uuid:table>/katalog/", case_catalogue, name="case_catalogue"),
    path("bord/<uuid:table>/katalog/<uuid:offer>/", case_offer, name="case_offer"),
    path("familie/<uuid:pk>/", case_family, name="case_family"),
    path("familie/<uuid:pk>/plads/", family_invite, name="family_invite"),
    path("familiedel/<uuid:pk>/med/", family_care, name="family_care"),
    path("familiedele/", shared_parts, name="shared_parts"),
    path("familiedel/<uuid:pk>/", shared_part, name="shared_part"),
    path("besked/", my_notices, name="my_notices"),
    path("breve/", letters, name="letters"),
    path("bord/<uuid:table>/breve/", case_letters, name="case_letters"),
    path("bord/<uuid:table>/beskeder/", case_messages, name="case_messages"),
    path("besked/<uuid:thread>/", case_thread, name="case_thread"),
    path("besked/<uuid:thread>/kladde/", case_thread_draft, name="case_thread_draft"),
    path("bord/<uuid:table>/filer/", case_files, name="case_files"),
    path("mentor/<uuid:table>/", case_mentor, name="case_mentor"),
    path("mentor/<uuid:table>/aftale/", mentor_agreement_new, name="mentor_agreement_new"),
    path("mentor/<uuid:table>/aftale/kladde/", mentor_agreement_new_draft, name="mentor_agreement_new_draft"),
    path("mentor/<uuid:table>/noter/", case_mentor_notes, name="case_mentor_notes"),
    path("visitation/", intake, name="intake"),
    path("visitation/<uuid:project>/", candidates, name="candidates"),
    path("visitation/<uuid:project>/liste/", candidate_list, name="candidate_list"),
    path("visitation/<uuid:project>/ny/", candidate_new, name="candidate_new"),
    path("visitation/<uuid:project>/hent/", candidates_import, name="candidates_import"),
    path("visitation/<uuid:project>/ydelser/", benefits_import, name="benefits_import"),
    path("visitation/borger/<uuid:candidate>/", candidate, name="candidate"),
    path("visitation/borger/<uuid:candidate>/af/", candidate_end, name="candidate_end"),
    path("visitation/borger/<uuid:candidate>/ret/", candidate_change, name="candidate_change"),
    path("bord/<uuid:table>/stille/", case_reviews, name="case_reviews"),
    path("stille/<uuid:pk>/", review, name="review"),
    path("stille/<uuid:pk>/kladde/", review_draft, name="review_draft"),
    path("fil/<uuid:view>/hent/", case_file_get, name="case_file_get"),
]
