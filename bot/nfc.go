package bot

import "golang.org/x/text/unicode/norm"

// nfc is a text in Unicode normal form C. A text of code points below U+0300 is
// in it already (NFC_Quick_Check and Canonical_Combining_Class, UAX #15). All
// that Turkish and English are written with are, and no table need be read.
func nfc(text string) string {
	const first = 0xcc // byte of U+0300, the first combining mark
	for i := range len(text) {
		if text[i] >= first {
			return norm.NFC.String(text)
		}
	}
	return text
}
