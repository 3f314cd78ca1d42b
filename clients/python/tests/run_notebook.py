"""Runs what docs/notebook.md shows, on tables in a folder: `python run_notebook.py FOLDER`.

FOLDER holds `tables/*.parquet`, `statements.csv` and `events.csv`, as the page tells. Each question is answered in SQL by DuckDB, in pandas and in R; the
answers must be the same. A language whose packages are missing is skipped, and that is said; exit code 1 when answers differ.
"""

import csv
import os
import re
import shutil
import subprocess
import sys
import tempfile

PAGE = os.path.join(os.path.dirname(__file__), "..", "..", "..", "docs", "notebook.md")


def read_blocks(language):
    with open(PAGE, encoding="utf-8") as page:
        return re.findall(rf"^```{language}\n(.*?)^```", page.read(), re.DOTALL | re.MULTILINE)


def clean(rows):
    """Rows as words in one order, so that types of days and numbers do not part them."""
    return sorted([clean_cell(cell) for cell in row] for row in rows)


def clean_cell(cell):
    words = str(cell)
    if words in ("None", "nan", "NaN", "NaT", "<NA>", "NA"):
        return ""
    return re.sub(r"^(\d+)\.0$", r"\1", words)


def answer_sql():
    import duckdb

    return [clean(duckdb.sql(block).fetchall()) for block in read_blocks("sql")]


def answer_pandas():
    import pandas  # noqa: F401
    import pyarrow  # noqa: F401

    scope = {}
    answers = []
    for block in read_blocks("python"):
        exec(compile(block, PAGE, "exec"), scope)  # the page's own lines: running them is the point
        answers.append(clean(scope["answer"].itertuples(index=False)))
    return answers


def answer_r():
    program = shutil.which("Rscript")
    if program is None:
        raise ImportError("there is no Rscript")
    answers = []
    with tempfile.TemporaryDirectory() as folder:
        for number, block in enumerate(read_blocks("r")):
            path = os.path.join(folder, f"{number}.csv")
            script = os.path.join(folder, f"{number}.R")
            with open(script, "w", encoding="utf-8") as file:
                file.write(f'{block}\nwrite.csv(answer, "{path}", row.names = FALSE, na = "", fileEncoding = "UTF-8")\n')
            subprocess.run([program, script], check=True, env={**os.environ, "LC_ALL": "C.UTF-8"})
            with open(path, encoding="utf-8", newline="") as file:
                answers.append(clean(list(csv.reader(file))[1:]))
    return answers


def main(folder):
    os.chdir(folder)
    found = {}
    for name, answer in (("DuckDB", answer_sql), ("pandas", answer_pandas), ("R", answer_r)):
        try:
            found[name] = answer()
        except ImportError as error:
            print(f"{name} skipped: {error}")
    differences = 0
    for name, answers in found.items():
        print(f"{name}: {len(answers)} questions, {sum(map(len, answers))} rows")
        for number, (one, other) in enumerate(zip(next(iter(found.values())), answers), start=1):
            if one != other:
                differences += 1
                print(f"Question {number}, {next(iter(found))} and {name} differ:\n  {one}\n  {other}")
            elif not one:
                differences += 1
                print(f"Question {number} has no answer at all: the tables do not put it to the test.")
    return 1 if differences > 0 else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
