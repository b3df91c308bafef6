"""Make briefgen/letters/variants.txt: traditional Han characters and their simplified forms, as ICU has them.

    python tests/variants.py > briefgen/letters/variants.txt

The table is made once and kept: a brief must not change with the version of a library. It needs `uconv` of ICU.
"""

import subprocess
import sys

HAN = ((0x3400, 0x4DC0), (0x4E00, 0xA000))
"""The characters of the Basic Multilingual Plane: extension A and the unified ideographs."""


def main() -> int:
    """Print the table."""
    version = _uconv("--version").split()[-1]
    characters = [chr(code) for first, end in HAN for code in range(first, end)]
    simplified = _uconv("-f", "utf-8", "-t", "utf-8", "-x", "Hant-Hans", given="\n".join(characters)).split("\n")
    found = {one: other for one, other in zip(characters, simplified, strict=True) if one != other}
    print(f"# Traditional Han characters, each with its simplified form, from ICU {version} (Hant-Hans).")
    print("# Made by tests/variants.py: do not edit.")
    for one, other in found.items():
        if other not in found:  # two characters of it stand for one another
            print(f"{one}{other}")
    return 0


def _uconv(*options: str, given: str = "") -> str:
    done = subprocess.run(["uconv", *options], input=given.encode(), capture_output=True, check=True)
    return done.stdout.decode()


if __name__ == "__main__":
    sys.exit(main())
