package when

// englishWord knows the English words.
func englishWord(s string) meaning {
	if n, vague := englishMonth(s); n > 0 {
		return meaning{class: month, n: n, vague: vague}
	}
	if n := englishWeekday(s); n >= 0 {
		return meaning{class: weekday, n: n}
	}
	switch s {
	case "today":
		return meaning{class: nearDay}
	case "yesterday":
		return meaning{class: nearDay, n: -1}
	case "tomorrow":
		return meaning{class: nearDay, n: 1}
	case "last":
		return meaning{class: last}
	case "this":
		return meaning{class: this}
	case "next", "coming":
		return meaning{class: coming}
	case "previous", "following", "same", "that":
		return meaning{class: aside}
	case "past":
		return meaning{class: recent}
	case "ago":
		return meaning{class: ago}
	case "later", "earlier":
		return meaning{class: later}
	case "since":
		return meaning{class: since}
	case "until", "till":
		return meaning{class: until}
	case "before":
		return meaning{class: before}
	case "after":
		return meaning{class: after}
	case "between":
		return meaning{class: between}
	case "from":
		return meaning{class: from}
	case "and", "to", "through":
		return meaning{class: joins}
	case "in", "on", "by", "during", "around", "circa":
		return meaning{class: in}
	case "of":
		return meaning{class: of}
	case "the", "a", "an":
		return meaning{class: article}
	case "early", "late", "mid":
		return meaning{class: edge}
	case "half":
		return meaning{class: halfW}
	case "quarter":
		return meaning{class: quarterW}
	case "morning", "evening", "night", "afternoon":
		return meaning{class: dayPart}
	case "spring":
		return meaning{class: seasonW, n: 3}
	case "summer":
		return meaning{class: seasonW, n: 6}
	case "autumn", "fall":
		return meaning{class: seasonW, n: 9}
	case "winter":
		return meaning{class: seasonW, n: 12}
	case "year", "years":
		return meaning{class: yearW}
	case "month", "months":
		return meaning{class: monthW}
	case "week", "weeks":
		return meaning{class: weekW}
	case "day", "days":
		return meaning{class: dayW}
	case "decade", "decades":
		return meaning{class: decadeW}
	case "century", "centuries":
		return meaning{class: centuryW}
	}
	return meaning{}
}

// englishMonth returns 1 to 12, or 0. Names that are also verbs, adjectives or
// people are vague.
func englishMonth(s string) (n int, vague bool) {
	switch s {
	case "january", "jan":
		return 1, s == "jan"
	case "february", "feb":
		return 2, s == "feb"
	case "march":
		return 3, true
	case "april", "apr":
		return 4, true
	case "may":
		return 5, true
	case "june", "jun":
		return 6, true
	case "july", "jul":
		return 7, s == "jul"
	case "august", "aug":
		return 8, true
	case "september", "sept", "sep":
		return 9, s != "september"
	case "october", "oct":
		return 10, s == "oct"
	case "november", "nov":
		return 11, s == "nov"
	case "december", "dec":
		return 12, s == "dec"
	}
	return 0, false
}

// englishWeekday returns 0 for Monday to 6, or -1.
func englishWeekday(s string) int {
	switch s {
	case "monday":
		return 0
	case "tuesday":
		return 1
	case "wednesday":
		return 2
	case "thursday":
		return 3
	case "friday":
		return 4
	case "saturday":
		return 5
	case "sunday":
		return 6
	}
	return -1
}
