"""Made-up examples of every component, to look at and to test; no page of the product shows them."""

from __future__ import annotations

from datetime import date
from typing import Final

from django import forms
from django.utils.safestring import SafeString

from bordenden.web.design import charts, parts
from bordenden.web.design.widgets import DayInput


class GoalForm(forms.Form):
    """One field of each kind."""

    goal = forms.CharField(
        label="Mit mål",
        help_text="Skriv det, som du selv ville sige det.",
        error_messages={"required": "Skriv dit mål. Et par ord er nok."},
    )
    why = forms.CharField(label="Hvorfor er det vigtigt for dig?", widget=forms.Textarea, required=False)
    by = forms.DateField(label="Hvornår vil du nå det?", widget=DayInput, required=False)
    place = forms.ChoiceField(
        label="Hvor vil du tale om det?",
        help_text="Du kan altid vælge om.",
        choices=[("phone", "I telefonen"), ("office", "På jobcentret"), ("walk", "På en gåtur")],
        widget=forms.RadioSelect,
        error_messages={"required": "Vælg et sted."},
    )
    shown = forms.MultipleChoiceField(
        label="Hvem må se målet?",
        choices=[("bo", "Bo"), ("mie", "Mie")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    language = forms.ChoiceField(
        label="Hvilket sprog taler du helst?", choices=[("da", "Dansk"), ("ar", "Arabisk"), ("pl", "Polsk")]
    )
    agreed = forms.BooleanField(
        label="Jeg har selv skrevet det",
        error_messages={"required": "Sæt kryds, hvis du selv har skrevet det."},
    )


def gallery_context() -> dict[str, object]:
    """All that `design/gallery.html` shows. Every person and every number is invented."""
    return {
        "nav_items": NAV,
        "form": GoalForm({"why": "Jeg vil gerne ud blandt andre igen.", "language": "da"}),
        "empty_form": GoalForm(auto_id="empty_%s", initial={"by": date(2026, 3, 2)}),
        "seats": SEATS,
        "steps": STEPS,
        "scale": SCALE,
        "events": EVENTS,
        "table": TABLE,
        "pager": parts.Pager("Side 2", previous_url="?side=1", next_url="?side=3"),
        "facts": FACTS,
        "stale": (parts.StaleText("Mit mål", "Jeg vil køre bus.", "Jeg vil køre bus i Aalborg."),),
        "trajectory": TRAJECTORY,
        "exits": EXITS,
        "bold": SafeString("<strong>fede ord</strong>"),
    }


NAV: Final = (
    parts.NavItem("Mit bord", "#bord", current=True),
    parts.NavItem("Mit mål", "#form"),
    parts.NavItem("Min kurve", "#kurve"),
    parts.NavItem("Hvem har set min sag", "#tabel"),
)
SEATS: Final = (
    parts.Seat("Amina", "for bordenden", head=True),
    parts.Seat("Bo", "sagsbehandler"),
    parts.Seat("Mie", "mentor"),
    parts.Seat("Sara", "inviteret", empty=True),
)
STEPS: Final = (
    parts.Step("Ring til køreskolen", done=True, detail="Mandag den 2. marts"),
    parts.Step("Spørg Mie, om hun vil med", url="#trin", done_url="#trin", detail="Inden fredag"),
    parts.Step("Læs om prøven", done_url="#trin"),
)
SCALE: Final = parts.Scale(
    name="value",
    labelled_by="question",
    anchors=(parts.Anchor(0, "slet ikke"), parts.Anchor(5, "midt imellem"), parts.Anchor(10, "helt sikkert")),
    chosen=7,
)
EVENTS: Final = (
    parts.Event(
        "Onsdag den 4. marts kl. 9.10", "Bo ringede", "Vi talte om køreskolen.\nBo skriver til dem i dag."
    ),
    parts.Event("Mandag den 2. marts kl. 14.32", "Du skrev dit mål", url="#form"),
    parts.Event("Fredag den 27. februar kl. 11.00", "Mie fik en plads ved dit bord"),
)
TABLE: Final = parts.Table(
    caption="Hvem har set min sag",
    columns=("Hvem", "Hvornår", "Hvad", "Gange"),
    rows=(
        parts.Row(
            parts.Cell("Bo", url="#tabel"),
            (
                parts.Cell("4. marts 2026 kl. 9.10"),
                parts.Cell("Dit mål og dine trin"),
                parts.Cell("2", number=True),
            ),
        ),
        parts.Row(
            parts.Cell("Mie"),
            (parts.Cell("3. marts 2026 kl. 16.45"), parts.Cell("Dine trin"), parts.Cell("1", number=True)),
        ),
    ),
)
FACTS: Final = (
    parts.Fact("Startede", "2. marts 2026"),
    parts.Fact("Din sagsbehandler", "Bo", url="#telefon"),
    parts.Fact("Næste samtale", "Onsdag den 11. marts kl. 10"),
)
TRAJECTORY: Final = charts.LineChart(
    key="trajectory",
    title="Sådan har du svaret",
    description="Troen på eget arbejde går fra 3 i marts til 7 i august. Du svarede ikke i maj.",
    labels=("marts", "april", "maj", "juni", "juli", "august"),
    series=(
        charts.Series("Jeg tror på, at jeg kan arbejde", (3, 4, None, 5, 6, 7)),
        charts.Series("Jeg har nogen at tale med", (6, 6, None, 7, 5, 8)),
        charts.Series("Jeg sover godt", (2, 3, None, 3, 4, 4.5)),
    ),
    anchors=(parts.Anchor(0, "slet ikke"), parts.Anchor(10, "helt sikkert")),
)
EXITS: Final = charts.BarChart(
    key="exits",
    title="Hvad deltagerne gik videre til",
    description="Opdigtede tal.",
    bars=(
        charts.Bar("Job", 12),
        charts.Bar("Uddannelse", 7),
        charts.Bar("Sygdom", None),
        charts.Bar("Andet", 0),
    ),
    label_heading="Videre til",
    count_heading="Deltagere",
    withheld="ikke vist – for at beskytte enkeltpersoner",
)
