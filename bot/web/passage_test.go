package web

import (
	"testing"

	"alinti/bot"
)

func TestTextFragment(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Jong-Un geldi, gitti & sustu.", ":~:text=Jong%2DUn%20geldi%2C%20gitti%20%26%20sustu."},
		{"bir iki üç dört beş altı yedi sekiz dokuz on on-bir on iki on üç", ":~:text=bir%20iki%20%C3%BC%C3%A7%20d%C3%B6rt%20be%C5%9F%20alt%C4%B1,on%20on%2Dbir%20on%20iki%20on%20%C3%BC%C3%A7"},
	} {
		if got := textFragment(bot.Quote{Text: c.text}); got != c.want {
			t.Errorf("textFragment(%q) = %q, want %q", c.text, got, c.want)
		}
	}
}

func TestParseSpan(t *testing.T) {
	for s, ok := range map[string]bool{
		"0-1": true, "10-20": true, "": false, "-": false, "1": false, "2-1": false, "1-1": false,
		"-1-2": false, "1-2-3": false, "a-b": false, "1-99999999999999999999": false, " 1-2": false, "+1-2": false,
	} {
		if _, got := parseSpan(s); got != ok {
			t.Errorf("parseSpan(%q) is %v, want %v", s, got, ok)
		}
	}
}
