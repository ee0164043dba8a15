"""Gold on its way to annotation tools and back: corrections of a report, Label Studio, brat."""
