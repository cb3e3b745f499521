"""What a change of the files does to the public site, in words for the editor and for the reviewer.

Two states of the project (`state`) and a day go in, groups of changes (`change`) come out (`compare`).
Nothing here knows git: a state is read from any folder, with the functions that the build reads with.
"""
