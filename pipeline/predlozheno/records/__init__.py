"""Proposals become a table: the record, its columns, the writers of output formats."""
