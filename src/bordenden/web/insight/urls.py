"""Addresses of this door."""

from django.urls import URLPattern, path

from bordenden.web.insight.views.after_exits import after_exits
from bordenden.web.insight.views.areas import areas
from bordenden.web.insight.views.arrival import arrival
from bordenden.web.insight.views.arrivals import arrivals
from bordenden.web.insight.views.caseload_move import caseload_move
from bordenden.web.insight.views.catalogue import catalogue
from bordenden.web.insight.views.catalogue_starters import catalogue_starters
from bordenden.web.insight.views.chair_fill import chair_fill
from bordenden.web.insight.views.chairs import chairs
from bordenden.web.insight.views.chairs_fill import chairs_fill
from bordenden.web.insight.views.continuity import continuity
from bordenden.web.insight.views.draft import draft
from bordenden.web.insight.views.draft_discard import draft_discard
from bordenden.web.insight.views.draft_intro import draft_intro
from bordenden.web.insight.views.draft_item import draft_item
from bordenden.web.insight.views.draft_item_new import draft_item_new
from bordenden.web.insight.views.draft_preview import draft_preview
from bordenden.web.insight.views.draft_publish import draft_publish
from bordenden.web.insight.views.draft_remarks import draft_remarks
from bordenden.web.insight.views.draft_try import draft_try
from bordenden.web.insight.views.draft_try_item import draft_try_item
from bordenden.web.insight.views.draft_voice import draft_voice
from bordenden.web.insight.views.event_kept import event_kept, event_kept_draft
from bordenden.web.insight.views.event_new import event_new, event_new_draft
from bordenden.web.insight.views.events_kept import events_kept
from bordenden.web.insight.views.experience_publish import experience_publish
from bordenden.web.insight.views.handovers_overdue import handovers_overdue
from bordenden.web.insight.views.instrument import instrument
from bordenden.web.insight.views.instrument_begin import instrument_begin
from bordenden.web.insight.views.instrument_compare import instrument_compare
from bordenden.web.insight.views.instrument_file import instrument_file
from bordenden.web.insight.views.instrument_version import instrument_version
from bordenden.web.insight.views.instrument_withdraw import instrument_withdraw
from bordenden.web.insight.views.instruments import instruments
from bordenden.web.insight.views.labour_market import labour_market
from bordenden.web.insight.views.legal_basis import legal_basis
from bordenden.web.insight.views.material_kept import material_kept, material_kept_draft
from bordenden.web.insight.views.material_new import material_new, material_new_draft
from bordenden.web.insight.views.materials_kept import materials_kept
from bordenden.web.insight.views.mentor_kept import mentor_kept, mentor_kept_draft
from bordenden.web.insight.views.mentor_leaves import mentor_leaves
from bordenden.web.insight.views.mentor_new import mentor_new, mentor_new_draft
from bordenden.web.insight.views.mentors_kept import mentors_kept
from bordenden.web.insight.views.needs import needs
from bordenden.web.insight.views.offer_change import offer_change, offer_change_draft
from bordenden.web.insight.views.offer_figures import offer_figures
from bordenden.web.insight.views.offer_kept import offer_kept
from bordenden.web.insight.views.offer_line import offer_line
from bordenden.web.insight.views.offer_new import offer_new, offer_new_draft
from bordenden.web.insight.views.offer_withdraw import offer_withdraw
from bordenden.web.insight.views.office_end import office_end
from bordenden.web.insight.views.office_new import office_new
from bordenden.web.insight.views.plan_layout import plan_layout
from bordenden.web.insight.views.plan_rules import plan_rules
from bordenden.web.insight.views.programme import programme
from bordenden.web.insight.views.project import project
from bordenden.web.insight.views.quiet_rule import quiet_rule
from bordenden.web.insight.views.release import release
from bordenden.web.insight.views.release_publish import release_publish
from bordenden.web.insight.views.releases import releases
from bordenden.web.insight.views.self_support import self_support
from bordenden.web.insight.views.steering_end import steering_end
from bordenden.web.insight.views.steering_new import steering_new
from bordenden.web.insight.views.supervised_contacts import supervised_contacts
from bordenden.web.insight.views.supervised_plan import supervised_plan
from bordenden.web.insight.views.supervision import supervision
from bordenden.web.insight.views.supervision_end import supervision_end
from bordenden.web.insight.views.supervision_new import supervision_new
from bordenden.web.insight.views.supervisions import supervisions
from bordenden.web.insight.views.targets import targets
from bordenden.web.insight.views.team import team
from bordenden.web.insight.views.team_import import team_import
from bordenden.web.insight.views.trainings import trainings

urlpatterns: list[URLPattern] = [
    path("projekt/<uuid:project>/", project, name="project"),
    path("projekt/<uuid:project>/kurser/", trainings, name="trainings"),
    path("projekt/<uuid:project>/hold/", team, name="team"),
    path("projekt/<uuid:project>/hold/hent/", team_import, name="team_import"),
    path("projekt/<uuid:project>/hold/ny/", office_new, name="office_new"),
    path("projekt/<uuid:project>/hold/<uuid:office>/slut/", office_end, name="office_end"),
    path("projekt/<uuid:project>/hold/<uuid:office>/flyt/", caseload_move, name="caseload_move"),
    path("projekt/<uuid:project>/pladser/", chairs, name="chairs"),
    path("projekt/<uuid:project>/pladser/forslag/", chairs_fill, name="chairs_fill"),
    path("projekt/<uuid:project>/pladser/<uuid:course>/", chair_fill, name="chair_fill"),
    path("projekt/<uuid:project>/samme-sagsbehandler/", continuity, name="continuity"),
    path("projekt/<uuid:project>/omraader/", areas, name="areas"),
    path("projekt/<uuid:project>/omraader/ny/", steering_new, name="steering_new"),
    path("projekt/<uuid:project>/omraader/<uuid:office>/slut/", steering_end, name="steering_end"),
    path("projekt/<uuid:project>/paa-egne-ben/", self_support, name="self_support"),
    path("projekt/<uuid:project>/maaltal/", targets, name="targets"),
    path("projekt/<uuid:project>/efter/", after_exits, name="after_exits"),
    path("projekt/<uuid:project>/arbejdsmarkedet/", labour_market, name="labour_market"),
    path("projekt/<uuid:project>/planer-at-give/", handovers_overdue, name="handovers_overdue"),
    path("projekt/<uuid:project>/planens-form/", plan_layout, name="plan_layout"),
    path("projekt/<uuid:project>/planer/", plan_rules, name="plan_rules"),
    path("projekt/<uuid:project>/paa-vej/", arrivals, name="arrivals"),
    path("paa-vej/<uuid:pk>/", arrival, name="arrival"),
    path("projekt/<uuid:project>/stille/", quiet_rule, name="quiet_rule"),
    path("projekt/<uuid:project>/set-efter/", supervisions, name="supervisions"),
    path("projekt/<uuid:project>/set-efter/ny/", supervision_new, name="supervision_new"),
    path("projekt/<uuid:project>/set-efter/<uuid:supervision>/luk/", supervision_end, name="supervision_end"),
    path("set-efter/<uuid:pk>/", supervision, name="supervision"),
    path("set-efter/plan/<uuid:pk>/", supervised_plan, name="supervised_plan"),
    path("set-efter/kontakt/<uuid:table>/", supervised_contacts, name="supervised_contacts"),
    path("program/<uuid:programme>/", programme, name="programme"),
    path("program/<uuid:programme>/retsgrundlag/", legal_basis, name="legal_basis"),
    path("program/<uuid:programme>/udgiv/", release_publish, name="release_publish"),
    path("program/<uuid:programme>/udgiv-samarbejde/", experience_publish, name="experience_publish"),
    path("projekt/<uuid:project>/spoergsmaal/", instrument_begin, name="instrument_begin"),
    path("skemaer/", instruments, name="instruments"),
    path("skemaer/<uuid:pk>/", instrument, name="instrument"),
    path("skemaer/<uuid:pk>/version/<int:number>/", instrument_version, name="instrument_version"),
    path("skemaer/<uuid:pk>/version/<int:number>/aendret/", instrument_compare, name="instrument_compare"),
    path("skemaer/<uuid:pk>/version/<int:number>/fil/", instrument_file, name="instrument_file"),
    path("skemaer/<uuid:pk>/ud-af-brug/", instrument_withdraw, name="instrument_withdraw"),
    path("skemaer/<uuid:pk>/kladde/", draft, name="draft"),
    path("skemaer/<uuid:pk>/kladde/ord/", draft_intro, name="draft_intro"),
    path("skemaer/<uuid:pk>/kladde/nyt/", draft_item_new, name="draft_item_new"),
    path("skemaer/<uuid:pk>/kladde/spoergsmaal/<slug:code>/", draft_item, name="draft_item"),
    path("skemaer/<uuid:pk>/kladde/spoergsmaal/<slug:code>/lyd/", draft_voice, name="draft_voice"),
    path("skemaer/<uuid:pk>/kladde/se/<int:number>/", draft_preview, name="draft_preview"),
    path("skemaer/<uuid:pk>/kladde/proev/", draft_try, name="draft_try"),
    path("skemaer/<uuid:pk>/kladde/proev/<int:number>/", draft_try_item, name="draft_try_item"),
    path("skemaer/<uuid:pk>/kladde/bemaerkninger/", draft_remarks, name="draft_remarks"),
    path("skemaer/<uuid:pk>/kladde/udgiv/", draft_publish, name="draft_publish"),
    path("skemaer/<uuid:pk>/kladde/kasser/", draft_discard, name="draft_discard"),
    path("tilbud/<uuid:offer>/koe/", offer_line, name="offer_line"),
    path("udgivet/", releases, name="releases"),
    path("udgivet/<uuid:release>/", release, name="release"),
    path("katalog/<uuid:pk>/", catalogue, name="catalogue"),
    path("katalog/<uuid:pk>/hent/", catalogue_starters, name="catalogue_starters"),
    path("katalog/<uuid:pk>/nyt/", offer_new, name="offer_new"),
    path("katalog/<uuid:pk>/nyt/kladde/", offer_new_draft, name="offer_new_draft"),
    path("katalog/<uuid:pk>/arrangementer/", events_kept, name="events_kept"),
    path("katalog/<uuid:pk>/arrangementer/nyt/", event_new, name="event_new"),
    path("katalog/<uuid:pk>/arrangementer/nyt/kladde/", event_new_draft, name="event_new_draft"),
    path("katalog/<uuid:pk>/laesestof/", materials_kept, name="materials_kept"),
    path("katalog/<uuid:pk>/laesestof/nyt/", material_new, name="material_new"),
    path("katalog/<uuid:pk>/laesestof/nyt/kladde/", material_new_draft, name="material_new_draft"),
    path("katalog/<uuid:pk>/mentorer/", mentors_kept, name="mentors_kept"),
    path("katalog/<uuid:pk>/mentorer/ny/", mentor_new, name="mentor_new"),
    path("katalog/<uuid:pk>/mentorer/ny/kladde/", mentor_new_draft, name="mentor_new_draft"),
    path("katalog/<uuid:pk>/mangler/", needs, name="needs"),
    path("tilbud/<uuid:pk>/", offer_kept, name="offer_kept"),
    path("tilbud/<uuid:pk>/ret/", offer_change, name="offer_change"),
    path("tilbud/<uuid:pk>/ret/kladde/", offer_change_draft, name="offer_change_draft"),
    path("tilbud/<uuid:pk>/ud/", offer_withdraw, name="offer_withdraw"),
    path("arrangement/<uuid:pk>/", event_kept, name="event_kept"),
    path("arrangement/<uuid:pk>/kladde/", event_kept_draft, name="event_kept_draft"),
    path("laesestof/<uuid:pk>/", material_kept, name="material_kept"),
    path("laesestof/<uuid:pk>/kladde/", material_kept_draft, name="material_kept_draft"),
    path("mentor/<uuid:pk>/", mentor_kept, name="mentor_kept"),
    path("mentor/<uuid:pk>/kladde/", mentor_kept_draft, name="mentor_kept_draft"),
    path("mentor/<uuid:pk>/stoppet/", mentor_leaves, name="mentor_leaves"),
    path("projekt/<uuid:project>/muligheder/", offer_figures, name="offer_figures"),
]
