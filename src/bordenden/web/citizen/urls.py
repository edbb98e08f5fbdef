"""Addresses of this door."""

from django.urls import URLPattern, path

from bordenden.web.citizen.views.achievements import achievements
from bordenden.web.citizen.views.agreement import agreement
from bordenden.web.citizen.views.around import around
from bordenden.web.citizen.views.at_the_head import at_the_head
from bordenden.web.citizen.views.barrier import barrier
from bordenden.web.citizen.views.barrier_new import barrier_new
from bordenden.web.citizen.views.both_tables import both_tables
from bordenden.web.citizen.views.chosen import chosen
from bordenden.web.citizen.views.chosen_after import chosen_after
from bordenden.web.citizen.views.chosen_order import chosen_order
from bordenden.web.citizen.views.contact_form import contact_form
from bordenden.web.citizen.views.contact_order import contact_order
from bordenden.web.citizen.views.contacts import contacts
from bordenden.web.citizen.views.development import development
from bordenden.web.citizen.views.event_attend import event_attend
from bordenden.web.citizen.views.event_calendar import event_calendar
from bordenden.web.citizen.views.events import events
from bordenden.web.citizen.views.family import family
from bordenden.web.citizen.views.family_begin import family_begin
from bordenden.web.citizen.views.family_child_new import family_child_new
from bordenden.web.citizen.views.family_consent import family_consent
from bordenden.web.citizen.views.family_file_get import family_file_get
from bordenden.web.citizen.views.family_goal_new import family_goal_new
from bordenden.web.citizen.views.family_join import family_join
from bordenden.web.citizen.views.family_leave import family_leave
from bordenden.web.citizen.views.family_messages import family_messages
from bordenden.web.citizen.views.family_part import family_part
from bordenden.web.citizen.views.family_print import family_print
from bordenden.web.citizen.views.family_sharing import family_sharing
from bordenden.web.citizen.views.family_step import family_step
from bordenden.web.citizen.views.family_step_new import family_step_new
from bordenden.web.citizen.views.family_words import family_words, family_words_draft
from bordenden.web.citizen.views.file import file
from bordenden.web.citizen.views.file_get import file_get
from bordenden.web.citizen.views.files import files
from bordenden.web.citizen.views.goal import goal
from bordenden.web.citizen.views.goal_check import goal_check
from bordenden.web.citizen.views.goal_new import goal_new
from bordenden.web.citizen.views.going_now import going_now
from bordenden.web.citizen.views.help_new import help_new, help_new_draft
from bordenden.web.citizen.views.help_requests import help_requests
from bordenden.web.citizen.views.help_take_back import help_take_back
from bordenden.web.citizen.views.idea_new import idea_new
from bordenden.web.citizen.views.influence import influence
from bordenden.web.citizen.views.joining import joining, joining_draft
from bordenden.web.citizen.views.joining_stop import joining_stop
from bordenden.web.citizen.views.line import line
from bordenden.web.citizen.views.line_join import line_join
from bordenden.web.citizen.views.looks import looks
from bordenden.web.citizen.views.material import material
from bordenden.web.citizen.views.materials import materials
from bordenden.web.citizen.views.mentor import mentor
from bordenden.web.citizen.views.mentor_agreement import mentor_agreement, mentor_agreement_draft
from bordenden.web.citizen.views.mentor_notes import mentor_notes
from bordenden.web.citizen.views.mentor_stop import mentor_stop
from bordenden.web.citizen.views.mentors import mentors
from bordenden.web.citizen.views.messages import messages
from bordenden.web.citizen.views.move import move
from bordenden.web.citizen.views.my_mentor import my_mentor
from bordenden.web.citizen.views.my_offers import my_offers
from bordenden.web.citizen.views.need_new import need_new
from bordenden.web.citizen.views.not_now import not_now
from bordenden.web.citizen.views.notices import notices
from bordenden.web.citizen.views.offer import offer
from bordenden.web.citizen.views.offer_compare import offer_compare
from bordenden.web.citizen.views.offer_save import offer_save
from bordenden.web.citizen.views.offers import offers
from bordenden.web.citizen.views.penned import penned
from bordenden.web.citizen.views.place_answer import place_answer
from bordenden.web.citizen.views.plan import plan
from bordenden.web.citizen.views.plan_contact_new import plan_contact_new
from bordenden.web.citizen.views.preview import preview
from bordenden.web.citizen.views.proposal import proposal
from bordenden.web.citizen.views.question import question
from bordenden.web.citizen.views.recording import recording
from bordenden.web.citizen.views.review_answer import review_answer, review_answer_draft
from bordenden.web.citizen.views.reviews import reviews
from bordenden.web.citizen.views.rooms import rooms
from bordenden.web.citizen.views.ruling import ruling
from bordenden.web.citizen.views.ruling_paper import ruling_paper
from bordenden.web.citizen.views.seats import seats
from bordenden.web.citizen.views.sheet_confirm import sheet_confirm
from bordenden.web.citizen.views.sheet_done import sheet_done
from bordenden.web.citizen.views.sheet_list import sheet_list
from bordenden.web.citizen.views.sheet_picks import sheet_picks
from bordenden.web.citizen.views.sheet_rest import sheet_rest
from bordenden.web.citizen.views.sheet_sharing import sheet_sharing
from bordenden.web.citizen.views.sheet_start import sheet_start
from bordenden.web.citizen.views.sheet_work import sheet_work
from bordenden.web.citizen.views.sheets import sheets
from bordenden.web.citizen.views.shown_offers import shown_offers
from bordenden.web.citizen.views.step import step
from bordenden.web.citizen.views.step_new import step_new
from bordenden.web.citizen.views.table import table
from bordenden.web.citizen.views.talk import talk
from bordenden.web.citizen.views.talk_boundary import talk_boundary
from bordenden.web.citizen.views.talk_cancel import talk_cancel
from bordenden.web.citizen.views.talk_helped import talk_helped
from bordenden.web.citizen.views.talk_item import talk_item
from bordenden.web.citizen.views.talk_new import talk_new
from bordenden.web.citizen.views.talk_of_it import talk_of_it
from bordenden.web.citizen.views.talk_topic import talk_topic
from bordenden.web.citizen.views.talks import talks
from bordenden.web.citizen.views.their_view import their_view
from bordenden.web.citizen.views.thread import thread, thread_draft
from bordenden.web.citizen.views.version import version
from bordenden.web.citizen.views.version_agree import version_agree
from bordenden.web.citizen.views.version_new import version_new
from bordenden.web.citizen.views.version_pdf import version_pdf
from bordenden.web.citizen.views.versions import versions
from bordenden.web.citizen.views.wellbeing_start import wellbeing_start
from bordenden.web.citizen.views.wish_drop import wish_drop
from bordenden.web.citizen.views.wish_new import wish_new
from bordenden.web.citizen.views.words import words, words_draft
from bordenden.web.citizen.views.work_step import work_step

urlpatterns: list[URLPattern] = [
    path("om/bordenden/", at_the_head, name="at_the_head"),
    path("bord/<uuid:pk>/", table, name="table"),
    path("bord/<uuid:pk>/vurdering/", sheet_start, name="sheet_start"),
    path("bord/<uuid:pk>/trivsel/", wellbeing_start, name="wellbeing_start"),
    path("bord/<uuid:pk>/vurderinger/", sheets, name="sheets"),
    path("vurdering/<uuid:pk>/fylder/", sheet_picks, name="sheet_picks"),
    path("vurdering/<uuid:pk>/alle/", sheet_list, name="sheet_list"),
    path("vurdering/<uuid:pk>/pause/", sheet_rest, name="sheet_rest"),
    path("vurdering/<uuid:pk>/arbejde/", sheet_work, name="sheet_work"),
    path("vurdering/<uuid:pk>/arbejde/<uuid:item>/", work_step, name="work_step"),
    path("vurdering/<uuid:pk>/faerdig/", sheet_done, name="sheet_done"),
    path("vurdering/<uuid:pk>/deling/", sheet_sharing, name="sheet_sharing"),
    path("vurdering/<uuid:pk>/rigtigt/", sheet_confirm, name="sheet_confirm"),
    path("vurdering/<uuid:pk>/<uuid:item>/", question, name="question"),
    path("vurdering/<uuid:pk>/<uuid:item>/lyd/", recording, name="recording"),
    path("bord/<uuid:pk>/udvikling/", development, name="development"),
    path("bord/<uuid:pk>/udvikling/tal-om-det/", talk_of_it, name="talk_of_it"),
    path("vurdering/<uuid:pk>/ikke-nu/", not_now, name="not_now"),
    path("plan/<uuid:pk>/klaret/", achievements, name="achievements"),
    path("bord/<uuid:table>/kontakt/", contacts, name="contacts"),
    path("bord/<uuid:table>/andres-blik/", their_view, name="their_view"),
    path("plan/<uuid:pk>/", plan, name="plan"),
    path("plan/<uuid:pk>/rundt-om/", around, name="around"),
    path("plan/<uuid:pk>/rundt-om/listen/", contact_order, name="contact_order"),
    path("plan/<uuid:pk>/rundt-om/ny/", plan_contact_new, name="plan_contact_new"),
    path("plan/<uuid:pk>/rundt-om/kontakt/", contact_form, name="contact_form"),
    path("plan/<uuid:pk>/ord/<slug:kind>/", words, name="words"),
    path("plan/<uuid:pk>/ord/<slug:kind>/kladde/", words_draft, name="words_draft"),
    path("plan/<uuid:pk>/maal/", goal_new, name="goal_new"),
    path("maal/<uuid:pk>/", goal, name="goal"),
    path("maal/<uuid:pk>/tro/", goal_check, name="goal_check"),
    path("plan/<uuid:pk>/svaert/", barrier_new, name="barrier_new"),
    path("svaert/<uuid:pk>/", barrier, name="barrier"),
    path("forslag/<uuid:pk>/", proposal, name="proposal"),
    path("skrevet/<uuid:pk>/", penned, name="penned"),
    path("plan/<uuid:pk>/skridt/", step_new, name="step_new"),
    path("skridt/<uuid:pk>/", step, name="step"),
    path("efter/<uuid:pk>/", going_now, name="going_now"),
    path("plan/<uuid:pk>/raekkefoelge/", chosen_order, name="chosen_order"),
    path("valgt/<uuid:pk>/", chosen, name="chosen"),
    path("valgt/<uuid:pk>/bagefter/", chosen_after, name="chosen_after"),
    path("valgt/<uuid:pk>/koe/", line_join, name="line_join"),
    path("bord/<uuid:pk>/koe/", line, name="line"),
    path("koe/<uuid:pk>/svar/", place_answer, name="place_answer"),
    path("brev/<uuid:pk>/", ruling, name="ruling"),
    path("brev/<uuid:pk>/pdf/", ruling_paper, name="ruling_paper"),
    path("plan/<uuid:pk>/udgaver/", versions, name="versions"),
    path("plan/<uuid:pk>/udgaver/ny/", version_new, name="version_new"),
    path("plan/<uuid:pk>/hvem-bestemte/", influence, name="influence"),
    path("udgave/<uuid:pk>/", version, name="version"),
    path("udgave/<uuid:pk>/ja/", version_agree, name="version_agree"),
    path("udgave/<uuid:pk>/papir/", version_pdf, name="version_pdf"),
    path("bord/<uuid:pk>/samtale/", talk, name="talk"),
    path("bord/<uuid:pk>/samtale/ny/", talk_new, name="talk_new"),
    path("bord/<uuid:pk>/samtale/emne/", talk_topic, name="talk_topic"),
    path("bord/<uuid:pk>/samtaler/", talks, name="talks"),
    path("samtalepunkt/<uuid:pk>/", talk_item, name="talk_item"),
    path("samtale/<uuid:pk>/ikke/", talk_boundary, name="talk_boundary"),
    path("samtale/<uuid:pk>/aflys/", talk_cancel, name="talk_cancel"),
    path("samtale/<uuid:pk>/hjalp/", talk_helped, name="talk_helped"),
    path("aftale/<uuid:pk>/", agreement, name="agreement"),
    path("bord/<uuid:pk>/hvem/", seats, name="seats"),
    path("bord/<uuid:pk>/set/", looks, name="looks"),
    path("bord/<uuid:pk>/hjaelp/", help_requests, name="help_requests"),
    path("bord/<uuid:pk>/hjaelp/<slug:wish>/", help_new, name="help_new"),
    path("bord/<uuid:pk>/hjaelp/<slug:wish>/kladde/", help_new_draft, name="help_new_draft"),
    path("hjaelp/<uuid:pk>/fortryd/", help_take_back, name="help_take_back"),
    path("plads/<uuid:pk>/", rooms, name="rooms"),
    path("plads/<uuid:pk>/se/", preview, name="preview"),
    path("bord/<uuid:pk>/muligheder/", offers, name="offers"),
    path("bord/<uuid:pk>/muligheder/mine/", my_offers, name="my_offers"),
    path("bord/<uuid:pk>/muligheder/sammenlign/", offer_compare, name="offer_compare"),
    path("bord/<uuid:pk>/muligheder/ide/", idea_new, name="idea_new"),
    path("bord/<uuid:pk>/muligheder/mangler/", need_new, name="need_new"),
    path("bord/<uuid:pk>/muligheder/<uuid:offer>/", offer, name="offer"),
    path("bord/<uuid:pk>/muligheder/<uuid:offer>/gem/", offer_save, name="offer_save"),
    path("bord/<uuid:pk>/muligheder/<uuid:offer>/vil-gerne/", wish_new, name="wish_new"),
    path("valgt/<uuid:pk>/tilbage/", wish_drop, name="wish_drop"),
    path("bord/<uuid:pk>/det-sker/", events, name="events"),
    path("bord/<uuid:pk>/det-sker/<uuid:event>/med/", event_attend, name="event_attend"),
    path("bord/<uuid:pk>/det-sker/<uuid:event>/kalender/", event_calendar, name="event_calendar"),
    path("bord/<uuid:pk>/set-paa/", shown_offers, name="shown_offers"),
    path("bord/<uuid:pk>/laes/", materials, name="materials"),
    path("bord/<uuid:pk>/laes/<uuid:material>/", material, name="material"),
    path("bord/<uuid:pk>/familie/", family_begin, name="family_begin"),
    path("familie/<uuid:pk>/", family, name="family"),
    path("familie/<uuid:pk>/med/", family_join, name="family_join"),
    path("familie/<uuid:pk>/beskeder/", family_messages, name="family_messages"),
    path("familiefil/<uuid:pk>/hent/", family_file_get, name="family_file_get"),
    path("familie/<uuid:pk>/barn/", family_child_new, name="family_child_new"),
    path("familie/<uuid:pk>/maal/", family_goal_new, name="family_goal_new"),
    path("familie/<uuid:pk>/skridt/", family_step_new, name="family_step_new"),
    path("familieskridt/<uuid:pk>/", family_step, name="family_step"),
    path("familiedel/<uuid:pk>/", family_part, name="family_part"),
    path("familiedel/<uuid:pk>/ord/<slug:about>/", family_words, name="family_words"),
    path("familiedel/<uuid:pk>/ord/<slug:about>/kladde/", family_words_draft, name="family_words_draft"),
    path("familiedel/<uuid:pk>/deling/", family_sharing, name="family_sharing"),
    path("familiedel/<uuid:pk>/ja/", family_consent, name="family_consent"),
    path("familiedel/<uuid:pk>/rejs/", family_leave, name="family_leave"),
    path("familiedel/<uuid:pk>/udskrift/", family_print, name="family_print"),
    path("vil-du/<uuid:pk>/", joining, name="joining"),
    path("vil-du/<uuid:pk>/kladde/", joining_draft, name="joining_draft"),
    path("bord/<uuid:pk>/stop/", joining_stop, name="joining_stop"),
    path("mentor/<uuid:pk>/", my_mentor, name="my_mentor"),
    path("mentor/<uuid:pk>/vaelg/", mentors, name="mentors"),
    path("mentor/<uuid:pk>/vaelg/<uuid:profile>/", mentor, name="mentor"),
    path("mentor/<uuid:pk>/stop/", mentor_stop, name="mentor_stop"),
    path("mentor/<uuid:pk>/noter/", mentor_notes, name="mentor_notes"),
    path("mentoraftale/<uuid:pk>/", mentor_agreement, name="mentor_agreement"),
    path("mentoraftale/<uuid:pk>/kladde/", mentor_agreement_draft, name="mentor_agreement_draft"),
    path("besked/", notices, name="notices"),
    path("bord/<uuid:pk>/beskeder/", messages, name="messages"),
    path("besked/<uuid:pk>/", thread, name="thread"),
    path("besked/<uuid:pk>/kladde/", thread_draft, name="thread_draft"),
    path("flytning/<uuid:pk>/", move, name="move"),
    path("borde/", both_tables, name="both_tables"),
    path("bord/<uuid:pk>/stille/", reviews, name="reviews"),
    path("stille/<uuid:pk>/", review_answer, name="review_answer"),
    path("stille/<uuid:pk>/kladde/", review_answer_draft, name="review_answer_draft"),
    path("bord/<uuid:pk>/filer/", files, name="files"),
    path("fil/<uuid:pk>/", file, name="file"),
    path("fil/<uuid:pk>/hent/", file_get, name="file_get"),
]
