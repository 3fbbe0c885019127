// Package quantity finds numbers in Turkish and English text as people write
// them, and says when two of them are the same: 13 bin, 13.000, 13,000, on üç
// bin and thirteen thousand; %50, yüzde elli, yarısı and half.
//
// [Find] reads a sentence or a question and returns every number, amount,
// percentage, fraction and ordinal in it, each with its place in the text, its
// exact [Value], the kind of thing it counts and the words that qualify it (en
// az, yaklaşık, more than). [Equal] compares two. All functions are pure. What
// day a date names is left to package when; what a number means for an answer
// is left to package evidence.
//
// # How a text is read
//
//	glance.go    most sentences hold no number, and are done with here
//	scan.go      the text becomes words, runs of digits and signs, each with its bytes
//	word.go      a word becomes number words and the ending of the last
//	fold.go      a word without case and marks, and which letters carried a mark
//	numerals.go  the number words; numerals_english.go those of English
//	ending.go    the Turkish case and possessive endings that may follow one
//	literal.go   digits with points and commas become a value
//	language.go  Turkish or English, asked only when the reading depends on it
//	number.go    number words and digits in a row become one number
//	sum.go       the arithmetic of that; joining.go says what may stand in the row
//	amount.go    signs and words that make it a percentage, money or an ordinal
//	affix.go     what is written onto digits: 6½, 10⁶, 3üncü, 5.
//	fraction.go  yüzde elli, üçte bir, two thirds, yarısı
//	roman.go     XIV. Louis, II. Dünya Savaşı, World War II
//	clock.go     14:30, saat 14'te, 5 pm
//	lone.go      when a single word such as bir, on, yüz counts; lone_english.go: one
//	interval.go  10-15 bin, on ila on beş, between 5 and 10
//	surround.go  what is counted: unit.go, units.go, money.go, content.go
//	qualifier.go en az, yaklaşık, -den fazla, at least, up to
//	phrase.go    all of it together
//
// # Readings that are choices
//
// A point or comma before exactly three digits sets off thousands (1.200 and
// 1,200 are 1200), but for a leading zero (0.125), a comma before a scale word
// in Turkish (1,234 milyar), and a point in English text unless 000 follows
// (1.234 is a decimal, 13.000 is not). Before any other count of digits it is
// the decimal sign, in both languages.
//
// "bir" and "one" count only in a longer number, before a unit, or after a word
// that stresses them (tek, yalnızca, only); else they are an article or a
// pronoun. "on", "yüz", "bin", "altı", "yedi" and "kırk" are also a pronoun, a
// face, a verb and more; lone.go tells how they are kept apart. A word typed
// without Turkish letters counts where no common word is spelled so.
package quantity
