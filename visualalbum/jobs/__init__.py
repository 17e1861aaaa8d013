"""Heavy work in worker processes: one queue, urgent work first, polled without blocking."""

from visualalbum.jobs.job import Job, JobError, JobState
from visualalbum.jobs.queue import JobQueue

__all__ = ["Job", "JobError", "JobQueue", "JobState"]
