"""What the first words of a line say it is: a list marker, a stage label, a speaker label, a heading."""
