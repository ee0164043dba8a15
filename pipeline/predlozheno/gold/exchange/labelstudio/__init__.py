"""Label Studio: tasks with predictions to look over, and the annotations that come back.

A record is a region labelled `content`, with kind, status and other fields on it; its trigger, its
parties, its purpose and its times are regions of their own, to which relations lead. Offsets count
characters of `data.text`, which is the source with single line feeds.
"""

from predlozheno.gold.exchange.labelstudio.annotations import read_tasks
from predlozheno.gold.exchange.labelstudio.interface import config
from predlozheno.gold.exchange.labelstudio.tasks import tasks

__all__ = ["config", "read_tasks", "tasks"]
