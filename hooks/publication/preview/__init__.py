"""What a preview shows while there is something to mend."""
