"""What each offer is found by, from what it says; and the walls around what is hers alone, on PostgreSQL."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from bordenden.foundation.alphabet import sort_key
from bordenden.foundation.rls import municipality_wall


def fill(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Offers stand behind no wall: they tell of nobody."""
    Offer = apps.get_model("offers", "Offer")
    offers = list(Offer.objects.filter(search_text="").order_by("pk"))
    for offer in offers:
        words = (offer.name, offer.about, offer.for_whom, offer.provider, offer.place)
        offer.search_text, offer.place_key = sort_key(" ".join(words)), sort_key(offer.place)
    Offer.objects.bulk_update(offers, ["search_text", "place_key"], 500)


class Migration(migrations.Migration):
    dependencies = [("offers", "0005_hers_and_search")]
    operations = [
        migrations.RunPython(fill, migrations.RunPython.noop),
        *municipality_wall("offers_saved", "offers_attending"),
    ]
