"""The list as a workbook, with XlsxWriter: xlsx_list.py CSV OUT."""

import csv
import os
import re
import sys

import xlsxwriter

source, out = sys.argv[1:]
shares = [0.05, 0.16, 0.13] + [0.06] * 11
figure = re.compile(r"-?\d+(\.\d+)?$")

with xlsxwriter.Workbook(out, {"constant_memory": True}) as workbook:
    look = {"font_name": "Noto Serif SC", "font_size": 9, "border": 1, "valign": "vcenter", "text_wrap": True}
    formats = [workbook.add_format({**look, "align": align}) for align in ("left", "right")]
    by_column = [formats[0 if column in (1, 2) else 1] for column in range(14)]
    sheet = workbook.add_worksheet("表2-1")
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    for column, share in enumerate(shares):
        sheet.set_column(column, column, share * 739.89 / 5.3)
    with open(source, encoding="utf-8", newline="") as file:
        for at, cells in enumerate(csv.reader(file)):
            for column, text in enumerate(["序号" if at == 0 else str(at), *cells]):
                if not text:
                    sheet.write_blank(at, column, None, by_column[column])
                elif figure.match(text):
                    sheet.write_number(at, column, float(text), by_column[column])
                else:
                    sheet.write_string(at, column, text, by_column[column])

try:
    import resource

    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with open(os.environ["BENCH_REPORT"], "w", encoding="ascii") as report:
        # Kilobytes everywhere but on macOS.
        report.write(str(held if sys.platform == "darwin" else held * 1024))
except ImportError:
    pass
