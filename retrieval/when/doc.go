// Package when finds dates in Turkish and English text and says what days they
// mean: 04 Aralık 2025’te, geçtiğimiz yılın haziran ayında, 2023'ten bu yana,
// 1990'lar, last June.
//
// [Find] returns each date with its place in the text and, when it can be told,
// an ISO 8601 date or interval as exact as the text is. Dates that lean on the
// day of writing (dün, geçen yıl, 4 Aralık) are resolved by the article's own
// date, those in a quotation included; without it they are found and stay
// unresolved. [Date.Overlaps] and [Date.Covers] compare two. All functions are
// pure; numbers and number words are read by package quantity.
//
// # How a text is read
//
//	glance.go    most sentences hold no date, and are done with here
//	token.go     words and quantities in one row, each with what it means for a date
//	lexicon.go   the classes of words: turkish.go, english.go, ending.go
//	find.go      the row is read from left to right
//	point.go     one date as read; settle.go adds the year that is not said
//	numeric.go   2025-09-19, 19.09.2025, 19/9/2025
//	month.go     4 Aralık, December 4, haziran ayında
//	year.go      2024'te, 2024 haziranında, 2024'ün ilk yarısında; era.go: MÖ 44
//	century.go   1990'lar, 19. yüzyıl
//	relative.go  geçen ay, bu yıl; near.go: dün, pazartesi günü
//	away.go      3 gün önce, son üç yılda
//	interval.go  2024–2025, 2023'ten beri, between 2019 and 2021
//	period.go    a day, month or year in ISO 8601; parse.go reads them back
//	date.go      the date that a caller sees; day.go: the calendar
//
// # What is never guessed
//
// A date that depends on something the text does not say stays unresolved: two
// years after the war, the previous day, two years later; "04/05/2025" in
// English text; anything relative without the article's date. Round or large
// counts of years (100 yıl önce) are not exact enough to name a year.
//
// # What is chosen
//
// A day or month without a year, and a bare weekday, mean the occurrence nearest
// to the article's date. "Geçen" and "last" before a month or weekday mean the
// latest one before it. A week runs from Monday to Sunday. The 19th century is
// 1801 to 1900; "1800'ler" are a hundred years, "2000'ler" ten. "After 2023"
// begins with 2024. Seasons are those of the north, three whole months; a winter
// belongs to two years and is left at the year that is named.
//
// Month names that are also other words (ocak, mart, ekim, kasım, aralık, may,
// march) count only beside a day, a year, "ayı", or a word that points in time.
package when
