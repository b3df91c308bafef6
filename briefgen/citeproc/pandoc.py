"""pandoc, run so that it reads nothing but what it is given, and ends."""

import shutil
import subprocess
import tempfile
from pathlib import Path

from briefgen.errors import StyleError

SECONDS = 120
"""What pandoc may take; a thousand citations take it some seconds."""
MEMORY = "2g"


def answer(document: str, csl: bytes, style: str) -> str:
    """Give pandoc's answer to a document (both in its JSON): citations made after the style of the bytes `csl`.

    pandoc gets an empty folder as its own, so that no defaults of this machine's have a say. `style` is the name of the
    style, for messages. Raises StyleError.
    """
    program = _program(style)
    with tempfile.TemporaryDirectory(prefix="briefgen-csl-") as folder:
        (Path(folder) / "style.csl").write_bytes(csl)
        command = [
            program, "+RTS", f"-M{MEMORY}", "-RTS", "--sandbox", f"--data-dir={folder}", "--from=json", "--to=json",
            "--citeproc", f"--csl={folder}/style.csl",
        ]  # fmt: skip
        try:
            done = subprocess.run(  # noqa: S603 - no shell, and no argument is a user's
                command, input=document.encode(), capture_output=True, timeout=SECONDS, cwd=folder, check=False
            )
        except subprocess.TimeoutExpired:
            raise StyleError(style, f"pandoc took more than {SECONDS} seconds with it and was ended") from None
        except OSError as error:
            raise StyleError(style, f"pandoc cannot be run: {error.strerror}") from error
    if done.returncode:
        said = done.stderr.decode(errors="replace").replace(folder, "").strip().split("\n")[0]
        raise StyleError(style, f"pandoc cannot use it: {said[:200] or f'it ended with {done.returncode}'}")
    return done.stdout.decode(errors="replace")


def _program(style: str) -> str:
    """Give the path of pandoc: the one that is installed with `briefgen[csl]`, else the machine's."""
    try:
        import pypandoc  # noqa: PLC0415 - an extra, and only asked for with a CSL file

        found = str(pypandoc.get_pandoc_path())
    except (ImportError, OSError):
        found = shutil.which("pandoc") or ""
    if not found:
        right = "install it with: pip install 'briefgen[csl]'"
        raise StyleError(style, f"a CSL file needs pandoc, which is not installed; {right}")
    return found
