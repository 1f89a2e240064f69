-- Keys of likeness tell the source in their lowest bits now: those of before are made again, as what has changed is sorted anew.
DELETE FROM job_key;
UPDATE job_progress SET sequence = 0;
