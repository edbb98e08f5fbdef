"""Addresses of this door."""

from django.urls import URLPattern, path

from bordenden.web.guest.views.guest_agreement import guest_agreement, guest_agreement_draft
from bordenden.web.guest.views.guest_approve import guest_approve
from bordenden.web.guest.views.guest_around import guest_around
from bordenden.web.guest.views.guest_comment_new import guest_comment_new, guest_comment_new_draft
from bordenden.web.guest.views.guest_contacts import guest_contacts
from bordenden.web.guest.views.guest_development import guest_development
from bordenden.web.guest.views.guest_file_get import guest_file_get
from bordenden.web.guest.views.guest_files import guest_files
from bordenden.web.guest.views.guest_leave import guest_leave
from bordenden.web.guest.views.guest_mentor import guest_mentor
from bordenden.web.guest.views.guest_messages import guest_messages
from bordenden.web.guest.views.guest_note import guest_note, guest_note_draft
from bordenden.web.guest.views.guest_note_new import guest_note_new, guest_note_new_draft
from bordenden.web.guest.views.guest_notes import guest_notes
from bordenden.web.guest.views.guest_notices import guest_notices
from bordenden.web.guest.views.guest_part import guest_part
from bordenden.web.guest.views.guest_parts import guest_parts
from bordenden.web.guest.views.guest_plan import guest_plan
from bordenden.web.guest.views.guest_proposal_new import guest_proposal_new
from bordenden.web.guest.views.guest_proposal_take_back import guest_proposal_take_back
from bordenden.web.guest.views.guest_step import guest_step
from bordenden.web.guest.views.guest_step_new import guest_step_new
from bordenden.web.guest.views.guest_table import guest_table
from bordenden.web.guest.views.guest_tables import guest_tables
from bordenden.web.guest.views.guest_thread import guest_thread, guest_thread_draft
from bordenden.web.guest.views.my_mentoring import my_mentoring, my_mentoring_draft

urlpatterns: list[URLPattern] = [
    path("", guest_tables, name="guest_tables"),
    path("bord/<uuid:pk>/", guest_table, name="guest_table"),
    path("plan/<uuid:pk>/", guest_plan, name="guest_plan"),
    path("plan/<uuid:plan>/svar/<slug:kind>/", guest_comment_new, name="guest_comment_new"),
    path("plan/<uuid:plan>/svar/<slug:kind>/kladde/", guest_comment_new_draft, name="guest_comment_new_draft"),
    path("plan/<uuid:plan>/forslag/", guest_proposal_new, name="guest_proposal_new"),
    path("forslag/<uuid:proposal>/", guest_proposal_take_back, name="guest_proposal_take_back"),
    path("skridt/<uuid:step>/", guest_step, name="guest_step"),
    path("plan/<uuid:plan>/skridt/", guest_step_new, name="guest_step_new"),
    path("mentor/<uuid:table>/", guest_mentor, name="guest_mentor"),
    path("mentor/<uuid:table>/noter/", guest_notes, name="guest_notes"),
    path("mentor/<uuid:table>/noter/ny/", guest_note_new, name="guest_note_new"),
    path("mentor/<uuid:table>/noter/ny/kladde/", guest_note_new_draft, name="guest_note_new_draft"),
    path("mentor/<uuid:table>/stop/", guest_leave, name="guest_leave"),
    path("mentoraftale/<uuid:agreement>/", guest_agreement, name="guest_agreement"),
    path("mentoraftale/<uuid:agreement>/kladde/", guest_agreement_draft, name="guest_agreement_draft"),
    path("mentornote/<uuid:note>/", guest_note, name="guest_note"),
    path("mentornote/<uuid:note>/kladde/", guest_note_draft, name="guest_note_draft"),
    path("plan/<uuid:pk>/rundt-om/", guest_around, name="guest_around"),
    path("plan/<uuid:pk>/min-del/", guest_approve, name="guest_approve"),
    path("bord/<uuid:pk>/udvikling/", guest_development, name="guest_development"),
    path("bord/<uuid:table>/kontakt/", guest_contacts, name="guest_contacts"),
    path("familiedele/", guest_parts, name="guest_parts"),
    path("familiedel/<uuid:pk>/", guest_part, name="guest_part"),
    path("mentor-om-mig/", my_mentoring, name="my_mentoring"),
    path("mentor-om-mig/kladde/", my_mentoring_draft, name="my_mentoring_draft"),
    path("besked/", guest_notices, name="guest_notices"),
    path("beskeder/", guest_messages, name="guest_messages"),
    path("besked/<uuid:pk>/", guest_thread, name="guest_thread"),
    path("besked/<uuid:pk>/kladde/", guest_thread_draft, name="guest_thread_draft"),
    path("besked/<uuid:pk>/filer/", guest_files, name="guest_files"),
    path("fil/<uuid:pk>/hent/", guest_file_get, name="guest_file_get"),
]
