package quantity

import "unicode/utf8"

// A literal is how digits with separators are to be read.
type literal uint8

const (
	wholeLiteral   literal = iota // separators only group: 13, 1.234.567, 13 000
	decimalLiteral                // the last separator is the decimal sign: 9,8 and 1.234,5
	pointLiteral                  // 1.200: by language
	commaLiteral                  // 1,200: by language
	dottedLiteral                 // 19.09.2025, 2.6.1: no one number
)

// readLiteral measures the number that s, which begins with a digit, begins
// with. Commas between anything but groups of three separate numbers.
func readLiteral(s string) (int, literal) {
	first := digitRun(s)
	if n := spacedGroups(s, first); n > first {
		if m := separated(s[n:]); m > 0 {
			return n + 1 + m, decimalLiteral
		}
		return n, wholeLiteral
	}
	var (
		end     = first
		count   = 0
		sep     byte
		grouped = first <= 3
	)
	for {
		group := separated(s[end:])
		if group == 0 {
			break
		}
		c := s[end]
		if count > 0 && c != sep {
			if grouped {
				return end + 1 + group, decimalLiteral // 1.234,5
			}
			break
		}
		if c == ',' && (count > 0 || first == 4) && !(grouped && group == 3) {
			return first, wholeLiteral // 1,2,3 and 2019,2020
		}
		grouped = grouped && group == 3
		end, sep, count = end+1+group, c, count+1
	}
	return end, form(s, count, sep, grouped)
}

// form names a literal of count separators, all alike.
func form(s string, count int, sep byte, grouped bool) literal {
	switch {
	case count == 0:
		return wholeLiteral
	case count > 1 && grouped:
		return wholeLiteral
	case count > 1:
		return dottedLiteral
	case !grouped || s[0] == '0':
		return decimalLiteral
	case sep == '.':
		return pointLiteral
	}
	return commaLiteral
}

func digitRun(s string) int {
	n := 0
	for n < len(s) && isDigit(s[n]) {
		n++
	}
	return n
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// separated is the number of digits after the point or comma that s begins
// with, 0 when it does not.
func separated(s string) int {
	if len(s) < 2 || s[0] != '.' && s[0] != ',' {
		return 0
	}
	return digitRun(s[1:])
}

// spacedGroups returns the end of the groups of three digits that follow the
// first n digits of s, set off by narrow or fixed spaces or an apostrophe. A
// plain space sets off groups only when it cannot well be anything else: before
// 000, or twice.
func spacedGroups(s string, n int) int {
	if n > 3 || s[0] == '0' {
		return n
	}
	end, plain, zeros, count := n, false, false, 0
	for {
		r, size := utf8.DecodeRuneInString(s[end:])
		if r != '\u00a0' && r != '\u202f' && r != '\u2009' && r != '\'' && r != '’' && r != ' ' || digitRun(s[end+size:]) != 3 {
			break
		}
		plain = plain || r == ' '
		zeros = s[end+size:end+size+3] == "000"
		end, count = end+size+3, count+1
	}
	if plain && !zeros && count < 2 {
		return n
	}
	return end
}

// value reads the literal s; decimal says that its last separator is the
// decimal sign. It reports false for more digits than a [Value] holds.
func value(s string, decimal bool) (Value, bool) {
	var n int64
	places, digits := 0, 0
	for i := 0; i < len(s); i++ {
		c := s[i]
		if !isDigit(c) {
			if c == '.' || c == ',' {
				places = 0
			}
			continue
		}
		places++
		if n != 0 || c != '0' {
			digits++
		}
		if digits > 18 {
			return Value{}, false
		}
		n = n*10 + int64(c-'0')
	}
	if !decimal {
		places = 0
	}
	return newValue(n, 1, -places)
}

// literal reads the digits of token i. scaled says that a scale word follows.
func (p *parser) literal(i int) (Value, bool) {
	t := &p.toks[i]
	s := p.text[t.start:t.stem]
	switch t.form {
	case dottedLiteral:
		return Value{}, false
	case decimalLiteral:
		return value(s, true)
	case pointLiteral:
		return value(s, p.lang == englishText && s[len(s)-3:] != "000")
	case commaLiteral:
		return value(s, p.lang == turkishText && p.scaleAt(i+1))
	}
	return value(s, false)
}

// vulgar returns the value of a fraction that is one sign.
func vulgar(r rune) (Value, bool) {
	var n, d int64
	switch r {
	case '½':
		n, d = 1, 2
	case '⅓':
		n, d = 1, 3
	case '⅔':
		n, d = 2, 3
	case '¼':
		n, d = 1, 4
	case '¾':
		n, d = 3, 4
	case '⅕':
		n, d = 1, 5
	case '⅖':
		n, d = 2, 5
	case '⅗':
		n, d = 3, 5
	case '⅘':
		n, d = 4, 5
	case '⅙':
		n, d = 1, 6
	case '⅚':
		n, d = 5, 6
	case '⅛':
		n, d = 1, 8
	case '⅜':
		n, d = 3, 8
	case '⅝':
		n, d = 5, 8
	case '⅞':
		n, d = 7, 8
	default:
		return Value{}, false
	}
	return newValue(n, d, 0)
}
