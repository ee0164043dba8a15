"""Helps an analyst to teach a word: a frame entry from an example sentence, tried before it is kept."""
