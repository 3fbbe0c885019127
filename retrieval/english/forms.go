package english

// maxWord is the longest word looked up, in bytes; the longest of the list has
// eighteen.
const maxWord = 32

// minBase is how many letters an ending must leave.
const minBase = 3

// endings take an inflected or derived English word back to what may be its
// base, tried in this order. Forms that follow no rule (went, children) stand
// in the list themselves.
var endings = [...]struct {
	last     byte // of cut
	cut, put string
}{
	{'s', "ies", "y"},
	{'d', "ied", "y"},
	{'s', "es", ""},
	{'s', "s", ""},
	{'d', "ed", ""},
	{'d', "ed", "e"},
	{'g', "ing", ""},
	{'g', "ing", "e"},
	{'y', "ily", "y"},
	{'y', "ly", ""},
	{'l', "al", ""},
	{'r', "er", ""},
	{'r', "er", "e"},
	{'t', "est", ""},
	{'t', "est", "e"},
	{'n', "ation", "e"},
	{'n', "ion", ""},
	{'n', "ion", "e"},
}

// doubled reports whether a word ends in the same letter twice, as stopp does.
func doubled(word string) bool {
	n := len(word)
	return n > minBase && word[n-1] == word[n-2]
}
