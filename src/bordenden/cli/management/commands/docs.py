"""`bordenden docs`: writes the pages of documentation that are made from the code."""

from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand

from bordenden.access.describe import access_page
from bordenden.cli.data_page import data_page
from bordenden.cli.floors_picture import floors_picture


def generated(root: Path) -> dict[Path, str]:
    """Every generated page with what should stand in it."""
    return {
        root / "docs" / "access.md": access_page(),
        root / "docs" / "data.md": data_page(),
        root / "docs" / "floors.svg": floors_picture(root / "pyproject.toml"),
    }


class Command(BaseCommand):
    """Writes docs/access.md, docs/data.md and docs/floors.svg."""

    help = "Write the pages of documentation that are made from the code."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """`--root` is the repository; the present folder by default."""
        parser.add_argument("--root", type=Path, default=Path())

    def handle(self, *args: object, **options: object) -> None:  # noqa: ARG002
        """Write each page and name it."""
        for path, text in generated(Path(str(options["root"]))).items():
            path.write_text(text, encoding="utf-8")
            self.stdout.write(str(path))
