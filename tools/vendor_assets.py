"""Fetches the design system and htmx from npm and keeps what we use: `python -m tools.vendor_assets`."""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path
from typing import Final

from tools.prune_css import prune

ROOT: Final = Path(__file__).resolve().parent.parent
TARGET: Final = ROOT / "src/bordenden/web/design/static/design/vendored"
PACKAGES: Final = {"dkfds": "11.2.0", "htmx.org": "2.0.11"}

KEPT_CLASSES: Final = frozenset({
    "sr-only", "icon-svg", "skipnav", "back-link", "button", "button-primary", "button-secondary",
    "alert", "alert-info", "alert-success", "alert-warning", "alert-error",
    "alert-icon", "alert-heading", "alert-text",
    "form-group", "form-label", "form-hint", "form-error", "form-error-message", "form-input", "form-select",
    "form-checkbox", "form-radio", "form-group-checkbox", "form-group-radio",
})  # fmt: skip
# Latin 1 is on every page; Latin 2 is fetched only when a name needs it (unicode-range in bordenden.css).
FONTS: Final = tuple(
    f"IBMPlexSans-{weight}-{part}.woff2" for weight in ("Regular", "SemiBold") for part in ("Latin1", "Latin2")
)
SPRITE: Final = (
    "arrow-back", "check", "chevron-left", "chevron-right", "error", "info", "smartphone", "success", "warning",
)  # fmt: skip
LICENCES: Final = {
    "dkfds.css": "MIT (LICENSE-dkfds.md)",
    "htmx.min.js": "0BSD (LICENSE-htmx.txt)",
    "icons.svg": "Apache-2.0, Material Symbols (LICENSE-Apache-2.0.txt)",
}
FOLDER_LICENCES: Final = {
    "fonts": "OFL-1.1, IBM Plex (LICENSE-OFL-1.1.txt)",
    "icons": "Apache-2.0, Material Symbols (LICENSE-Apache-2.0.txt)",
}


def fetch(name: str, into: Path) -> Path:
    """The unpacked package, from whatever registry npm is set up to use."""
    packed = subprocess.run(
        ["npm", "pack", "--silent", f"{name}@{PACKAGES[name]}"],
        cwd=into,
        check=True,
        capture_output=True,
        text=True,
    ).stdout.split()[-1]
    unpacked = into / name
    with tarfile.open(into / packed) as archive:
        archive.extractall(unpacked, filter="data")
    return unpacked / "package"


def write(path: str, content: bytes) -> None:
    target = TARGET / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)


def sprite(icons: Path) -> str:
    """One file with a symbol for each icon used in the templates."""
    symbols = []
    for name in SPRITE:
        found = re.search(r'viewBox="([^"]+)"[^>]*>(.*)</svg>', (icons / f"{name}.svg").read_text(), re.DOTALL)
        if found is None:
            raise SystemExit(f"{name}.svg has another form than expected")
        symbols.append(f'<symbol id="{name}" viewBox="{found[1]}">{found[2].strip()}</symbol>')
    return '<svg xmlns="http://www.w3.org/2000/svg">\n' + "\n".join(symbols) + "\n</svg>\n"


def vendor_dkfds(package: Path) -> None:
    icons = package / "dist/img/svg-icons"
    css = prune((package / "dist/css/dkfds.css").read_text(), KEPT_CLASSES)
    for name in sorted(set(re.findall(r"\.\./img/svg-icons/([\w-]+\.svg)", css))):
        write(f"icons/{name}", (icons / name).read_bytes())
    write("dkfds.css", css.replace("../img/svg-icons/", "icons/").encode())
    write("icons.svg", sprite(icons).encode())
    fonts = package / "dist/fonts/IBMPlexSans/split/woff2"
    for name in FONTS:
        write(f"fonts/{name}", (fonts / name).read_bytes())
    write("LICENSE-dkfds.md", (package / "LICENSE.md").read_bytes())
    write("LICENSE-OFL-1.1.txt", (fonts / "license.txt").read_bytes())
    write("LICENSE-Apache-2.0.txt", (ROOT / "tools/licences/Apache-2.0.txt").read_bytes())


def vendor_htmx(package: Path) -> None:
    script = (package / "dist/htmx.min.js").read_text()
    write("htmx.min.js", re.sub(r"\n?//# sourceMappingURL=.*", "", script).encode())
    write("LICENSE-htmx.txt", (package / "LICENSE").read_bytes())


def listing() -> str:
    """VENDORED.md: where each file comes from, under which licence, and its digest."""
    rows = []
    for path in sorted(p for p in TARGET.rglob("*") if p.is_file() and p.name != "VENDORED.md"):
        name = path.relative_to(TARGET).as_posix()
        licence = LICENCES.get(name) or FOLDER_LICENCES.get(name.partition("/")[0], "licence text")
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        rows.append(f"| `{name}` | {path.stat().st_size:,} | {licence} | `{digest}` |")
    sources = "\n".join(f"* {name} {version} (npm)" for name, version in PACKAGES.items())
    return (
        "# Vendored files\n\n"
        "Made by `python -m tools.vendor_assets`; do not edit by hand, a test compares the digests.\n\n"
        f"{sources}\n\n"
        "`dkfds.css` is the neutral theme without the rules for classes we do not use "
        "(list in `tools/vendor_assets.py`); `icons.svg` gathers single icons into one file.\n\n"
        "| file | bytes | licence | sha256 |\n| --- | --: | --- | --- |\n" + "\n".join(rows) + "\n"
    )


def main() -> int:
    with tempfile.TemporaryDirectory() as temporary:
        vendor_dkfds(fetch("dkfds", Path(temporary)))
        vendor_htmx(fetch("htmx.org", Path(temporary)))
    write("VENDORED.md", listing().encode())
    return 0


if __name__ == "__main__":
    sys.exit(main())
