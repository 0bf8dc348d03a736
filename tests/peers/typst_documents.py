"""Sets one document of the benchmark with Typst, and prints what that took.

Milliseconds with the fonts found, milliseconds from the start, milliseconds of all processors from the start, KiB of memory at
most, bytes of the file.

usage: typst_documents.py CONTENT.json FONTS_FOLDER OUT.pdf
"""

import pathlib
import resource
import shutil
import sys
import time

import typst

TEMPLATE = pathlib.Path(__file__).with_name("documents.typ")


def main(content: str, fonts: str, out: str) -> None:
    source = pathlib.Path(content).with_name(TEMPLATE.name)
    shutil.copyfile(TEMPLATE, source)
    begun, used = time.perf_counter(), time.process_time()
    found = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[fonts])
    compiler = typst.Compiler(str(source), root=str(source.parent), font_paths=found)
    ready = time.perf_counter()
    _, warnings = compiler.compile_with_warnings(output=out)
    done, used = time.perf_counter(), time.process_time() - used
    for warning in warnings:
        sys.exit(f"Typst warns: {warning}")
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    times = " ".join(f"{seconds * 1000:.1f}" for seconds in (done - ready, done - begun, used))
    print(times, most, pathlib.Path(out).stat().st_size)


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
