"""What may point to one child, and what was never meant to be public: found before it is published.

Each rule takes a `Passage` and yields findings; `check` holds every text of the publication against all.
Nothing found is quoted where the public may read it: a message names kind and place only.
"""
