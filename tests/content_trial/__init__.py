"""Each change that editors make, in a clone of the project, must pass by itself, and so must all together.

- `material`: records and posters, as editors write and send them
- `changes`: the changes, each to records that it chooses by what they are, so that any publication will do
- `clone`: a fresh clone of the last commit, and the commands that a request is held to
- `__main__`: the command
"""
