"""Addresses of this door."""

from django.urls import URLPattern, path

from bordenden.web.citizen.views.achievements import achievements
from bordenden.web.citizen.views.agreement import agreement
from bordenden.web.citizen.views.at_the_head import at_the_head
from bordenden.web.citizen.views.contacts import contacts
from bordenden.web.citizen.views.development import development
from bordenden.web.citizen.views.file import file
from bordenden.web.citizen.views.file_get import file_get
from bordenden.web.citizen.views.files import files
from bordenden.web.citizen.views.goal import goal
from bordenden.web.citizen.views.goal_new import goal_new
from bordenden.web.citizen.views.help_new import help_new, help_new_draft
from bordenden.web.citizen.views.help_requests import help_requests
from bordenden.web.citizen.views.help_take_back import help_take_back
from bordenden.web.citizen.views.looks import looks
from bordenden.web.citizen.views.messages import messages
from bordenden.web.citizen.views.not_now import not_now
from bordenden.web.citizen.views.notices import notices
from bordenden.web.citizen.views.plan import plan
from bordenden.web.citizen.views.preview import preview
from bordenden.web.citizen.views.question import question
from bordenden.web.citizen.views.recording import recording
from bordenden.web.citizen.views.rooms import rooms
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
from bordenden.web.citizen.views.wellbeing_start import wellbeing_start
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
    path("plan/<uuid:pk>/ord/<slug:kind>/", words, name="words"),
    path("plan/<uuid:pk>/ord/<slug:kind>/kladde/", words_draft, name="words_draft"),
    path("plan/<uuid:pk>/maal/", goal_new, name="goal_new"),
    path("maal/<uuid:pk>/", goal, name="goal"),
    path("plan/<uuid:pk>/skridt/", step_new, name="step_new"),
    path("skridt/<uuid:pk>/", step, name="step"),
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
    path("besked/", notices, name="notices"),
    path("bord/<uuid:pk>/beskeder/", messages, name="messages"),
    path("besked/<uuid:pk>/", thread, name="thread"),
    path("besked/<uuid:pk>/kladde/", thread_draft, name="thread_draft"),
    path("bord/<uuid:pk>/filer/", files, name="files"),
    path("fil/<uuid:pk>/", file, name="file"),
    path("fil/<uuid:pk>/hent/", file_get, name="file_get"),
]
