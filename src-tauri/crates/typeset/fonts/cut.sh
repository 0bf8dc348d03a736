#!/bin/sh
# Makes the fonts of this directory from what their makers publish. Needs npm, pip, apt-get and a network; run it only to
# change a font, and then put the new checksums into src/fonts/files.rs.
#
# FandolFang is copied as it is. The Noto fonts are cut to what GB 2312 has and the Latin letters, or the Latin letters alone;
# the light 宋, which is every other face's last resort, to two files: that, and all other characters.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

pip install --quiet fonttools==4.68.0

apt-get download texlive-lang-chinese=2022.20230122-1
dpkg-deb -x texlive-lang-chinese_*.deb deb
cp deb/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol/FandolFang-Regular.otf "$here/"
gzip -dc deb/usr/share/doc/texlive-doc/fonts/fandol/COPYING.gz > "$here/GPL-3.0-with-font-exception.txt"

npm pack --silent @expo-google-fonts/noto-serif-sc@0.4.3 @expo-google-fonts/noto-sans-sc@0.4.3
for archive in *.tgz; do
    mkdir "${archive%.tgz}"
    tar -xzf "$archive" -C "${archive%.tgz}" --strip-components=1
done
serif=expo-google-fonts-noto-serif-sc-0.4.3
sans=expo-google-fonts-noto-sans-sc-0.4.3

cp "$serif/LICENSE_FONT" "$here/OFL-NotoSerifSC.txt"
cp "$sans/LICENSE_FONT" "$here/OFL-NotoSansSC.txt"

# Every character of GB 2312 outside ASCII, from its two-byte codes.
python3 - > gb2312.txt <<'PYTHON'
rows = range(0xA1, 0xF8)
cells = range(0xA1, 0xFF)
print("".join(bytes([row, cell]).decode("gb2312", "ignore") for row in rows for cell in cells))
PYTHON
latin=U+0020-007E,U+00A0-024F,U+2010-2027,U+2030-203A,U+20AC,U+2116,U+2122,U+2212,U+2260,U+2264,U+2265

cut() { # source, target, what to keep
    source=$1 target=$2
    shift 2
    # No timestamp: the same source gives the same bytes.
    pyftsubset "$source" --output-file="$here/$target" --layout-features= --no-hinting --no-recalc-timestamp "$@"
}
light=$serif/300Light/NotoSerifSC_300Light.ttf
cut "$light" NotoSerifSC-Light-GB2312.ttf --text-file=gb2312.txt --unicodes="$latin"
python3 - "$light" "$here/NotoSerifSC-Light-GB2312.ttf" > rare.txt <<'PYTHON'
import sys
from fontTools.ttLib import TTFont
whole, common = (set(TTFont(path, lazy=True).getBestCmap()) for path in sys.argv[1:])
print(",".join(f"U+{code:04X}" for code in sorted(whole - common)))
PYTHON
cut "$light" NotoSerifSC-Light-Rare.ttf --unicodes-file=rare.txt
cut "$serif/900Black/NotoSerifSC_900Black.ttf" NotoSerifSC-Black-GB2312.ttf --text-file=gb2312.txt --unicodes="$latin"
cut "$sans/500Medium/NotoSansSC_500Medium.ttf" NotoSansSC-Medium-GB2312.ttf --text-file=gb2312.txt --unicodes="$latin"
cut "$serif/400Regular/NotoSerifSC_400Regular.ttf" NotoSerifSC-Regular-Latin.ttf --unicodes="$latin"

cd "$here"
sha256sum ./*.otf ./*.ttf
