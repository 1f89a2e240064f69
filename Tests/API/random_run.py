"""Asks the API at random, each time with another seed, which is printed: SEED=… repeats a run. Usage: random_run.py BINARY TOOLS [RUNS]"""
import os
import random
import sys

import board
import contract_checks

seeds = [int(os.environ["SEED"])] if "SEED" in os.environ else [random.randrange(1 << 31) for _ in range(int(sys.argv[3]) if len(sys.argv) > 3 else 1)]


def check(seed):
    def one(target):
        done = contract_checks.schemathesis(target, "examples,coverage,fuzzing,stateful", seed, int(os.environ.get("EXAMPLES", "60")))
        assert done.returncode == 0, done.stdout[-12_000:]
    return one


wrong = 0
for seed in seeds:
    print(f"SEED={seed}", flush=True)
    wrong += board.run([(f"SEED={seed}", check(seed))])[1]
print(f"API at random: {len(seeds)} runs, {wrong} with findings")
sys.exit(1 if wrong else 0)
