"""Processes that work on documents, here or on a cluster, and are ended when one misbehaves."""
