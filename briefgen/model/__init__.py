"""Every type that travels between rooms, frozen.

Import from the modules: `place`, `source`, `query`, `settings`, `brief`, `tree`. Making a frozen type costs about a
millisecond, so a command pays only for those it needs.
"""
