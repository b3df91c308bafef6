"""Tables that are packed with the program, as text beside the module that reads them."""


def rows(package: str, name: str) -> list[str]:
    """Give the lines of a table of a package, without comments (`#`) and empty lines.

    What is packed with the program is as constant as its code: this is no look at the machine.
    """
    from importlib.resources import files  # noqa: PLC0415 - most commands read no table

    lines = files(package).joinpath(name).read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]
