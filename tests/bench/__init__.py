"""`python -m bench`: how long builds take, how much memory they need, and what a poster weighs.

- `artwork`: posters full of random words, drawn once and kept
- `records`: audits that name them, in the words of the publication for tests
- `trials`: the projects to build, ours and a bare MkDocs with Material
- `builds`: one build, its seconds and its memory
- `table`: the medians side by side, as Markdown
- `run`: the command
"""
