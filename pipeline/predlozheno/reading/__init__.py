"""A file becomes segmented text: readers, layout, segmentation. No NLP library is imported here."""
