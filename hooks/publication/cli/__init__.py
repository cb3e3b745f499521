"""The editors' commands, one module each. Each uses the same functions as the build: no second validator.

A command's module has `HELP` (one line), `add_arguments(parser)`, and `run(root, chosen)`, which does the
work in the project's folder `root` and returns an exit code of `codes`.
"""
