"""Form markup: label, hint and error belong to their field; the summary leads to it."""

import re

from django import forms
from django.utils.datastructures import MultiValueDict

from bordenden.web.design.gallery import GoalForm, gallery_context
from bordenden.web.design.parts import StaleText
from bordenden.web.design.widgets import DayInput
from tests.web.design.conftest import Draw


def lines(html: str) -> list[str]:
    return " ".join(html.split()).replace(" >", ">").replace("> <", "><").replace("><", ">\n<").splitlines()


class StepForm(forms.Form):
    """Amina's next small step."""

    text = forms.CharField(
        label="Dit næste trin", help_text="Noget lille.", error_messages={"required": "Skriv et trin."}
    )


class WhereForm(forms.Form):
    """Where to meet."""

    place = forms.ChoiceField(
        label="Hvor?", choices=[("walk", "På en gåtur")], widget=forms.RadioSelect, required=False
    )


class OtherWidgets(forms.Form):
    """The widgets that need a class of their own, or none."""

    day = forms.DateField(widget=DayInput, required=False)
    file = forms.FileField(required=False)
    key = forms.CharField(widget=forms.HiddenInput, required=False)
    kind = forms.ChoiceField(choices=[("a", "A")], required=False)
    seen = forms.BooleanField(label="Set", required=False)


def test_an_error_stands_at_its_field_and_is_read_with_it() -> None:
    assert lines(str(StepForm({})["text"].as_field_group())) == [
        '<div class="form-group form-error">',
        '<label class="form-label" for="id_text">Dit næste trin </label>',
        '<span class="form-hint" id="id_text_helptext">Noget lille.</span>',
        '<span class="form-error-message" id="id_text_error">',
        '<span class="sr-only">Fejl:</span> Skriv et trin.</span>',
        '<input type="text" name="text" class="form-input" required aria-invalid="true"'
        ' aria-describedby="id_text_helptext id_text_error" id="id_text">',
        "</div>",
    ]


def test_what_must_be_filled_in_is_told_apart_from_what_may_be_left_not_where_there_is_one_field_alone() -> None:
    class TwoFields(StepForm):
        when = forms.CharField(label="Hvornår?", required=False)

    two = TwoFields()
    told = ["(skal udfyldes)" in str(two[name].as_field_group()) for name in ("text", "when")]
    assert (told, "(skal udfyldes)" in str(StepForm())) == ([True, False], False)


def test_a_field_without_error_has_none_of_its_markup() -> None:
    html = str(StepForm({"text": "Ring til køreskolen"})["text"].as_field_group())
    assert "error" not in html
    assert 'value="Ring til køreskolen"' in html


def test_choices_are_a_group_with_a_legend() -> None:
    assert lines(str(WhereForm()["place"].as_field_group())) == [
        '<div class="form-group">',
        "<fieldset>",
        '<legend class="form-label">Hvor? </legend>',
        '<div class="form-group-radio">',
        '<input type="radio" name="place" class="form-radio" value="walk" id="id_place_0">',
        '<label for="id_place_0">På en gåtur</label>',
        "</div>",
        "</fieldset>",
        "</div>",
    ]


def test_each_kind_of_widget_gets_the_class_of_its_kind() -> None:
    html = str(OtherWidgets(initial={"key": "k"}))
    tags = {name: tag for tag, name in re.findall(r'(<(?:input|select)[^>]*name="(\w+)"[^>]*>)', html)}
    classes = {name: re.findall(r'class="([^"]*)"', tag) for name, tag in tags.items()}
    assert classes == {
        "day": ["form-input"],
        "file": [],
        "key": [],
        "kind": ["form-select"],
        "seen": ["form-checkbox"],
    }
    assert re.search(r'class="form-checkbox"[^>]*><label for="id_seen">Set', html)


def test_a_day_is_written_as_browsers_want_it_whatever_the_language() -> None:
    form = OtherWidgets({"day": "2026-03-02"})
    assert form.is_valid()
    assert form.cleaned_data["day"].isoformat() == "2026-03-02"
    assert 'type="date" name="day" class="form-input" value="2026-03-02"' in str(form["day"])


def test_the_summary_comes_first_in_main_and_every_link_leads_to_a_field(draw: Draw) -> None:
    page = draw("design/gallery.html", **{**gallery_context(), "form": GoalForm({"language": "da"})})
    main = page.partition("<main")[2]
    assert lines(main)[1].startswith('<div class="alert alert-error summary" id="summary" tabindex="-1" autofocus')
    targets = re.findall(r'<li><a href="#(id_\w+)">', main)
    assert targets == ["id_goal", "id_place_0", "id_agreed"]
    assert [target for target in targets if f'id="{target}"' not in main] == []
    assert "<title>Fejl: Alle delene – Bordenden</title>" in page


def test_a_form_without_errors_has_no_summary(draw: Draw) -> None:
    form = GoalForm(MultiValueDict({"goal": ["Bus"], "place": ["walk"], "language": ["da"], "agreed": ["on"]}))
    page = draw("design/gallery.html", **{**gallery_context(), "form": form})
    assert 'id="summary"' not in page
    assert "<title>Alle delene – Bordenden</title>" in page


def test_an_error_of_the_whole_form_is_in_the_summary_too(draw: Draw) -> None:
    form = StepForm({"text": "x"})
    form.add_error(None, "Trinnet findes allerede.")
    assert "<li>Trinnet findes allerede.</li>" in draw("design/error_summary.html", form=form)


def test_what_was_typed_is_escaped(draw: Draw) -> None:
    page = draw("design/form.html", form=StepForm({"text": '"><script>'}), submit="Gem")
    assert 'value="&quot;&gt;&lt;script&gt;"' in page


def test_a_stale_edit_shows_both_texts(draw: Draw) -> None:
    stale = (StaleText("Mit mål", "Jeg vil køre bus.", "Jeg vil køre <taxi>."),)
    page = draw("design/form.html", form=StepForm(), submit="Gem", stale=stale)
    assert re.findall(r'<h3>(.*?)</h3>.*?<p class="as-written">(.*?)</p>', page) == [
        ("Din tekst", "Jeg vil køre bus."),
        ("Den gemte tekst", "Jeg vil køre &lt;taxi&gt;."),
    ]


def test_a_form_saves_drafts_only_where_it_is_told_to(draw: Draw) -> None:
    with_draft = draw("design/form.html", form=StepForm(), submit="Gem", draft_url="/kladde")
    without = draw("design/form.html", form=StepForm(), submit="Gem")
    assert with_draft.count('hx-post="/kladde"') == 1
    assert "hx-" not in without
    assert "csrfmiddlewaretoken" in without
