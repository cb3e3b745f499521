"""`python -m fuzz FOLDER`: what intake and parser make of any files, each in a process with limits.

- `leftovers`: what a published file still says of its makers, looked for in other ways than the cleaner's
- `trial`: one file, in a worker
- `run`: the command
"""
