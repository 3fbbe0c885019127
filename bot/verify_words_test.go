package bot

import "testing"

func TestVerdictMessage(t *testing.T) {
	v := seedVerifier(t)
	wrong := Verdict{Problems: []Problem{{"end", "5", "7"}, {"prefix", "x", ""}, {"score", "2", "0 to 1"}, {"text", "a", "b"}}}
	for _, tt := range []struct {
		verdict Verdict
		tr, en  string
	}{
		{v.Quote("en az 13 bin asker"), "makalede var: 001_6baa2ee8f170eba8.txt, 5. paragraf, bayt 2248–2266", "stands in 001_6baa2ee8f170eba8.txt, paragraph 5, bytes 2248–2266"},
		{v.Quote("9,8 milyar dolar değerinde silah"), "makalede var: 001_6baa2ee8f170eba8.txt, 1. paragraf, bayt 182–215 ve 1 yerde daha", "stands in 001_6baa2ee8f170eba8.txt, paragraph 1, bytes 182–215 and 1 more"},
		{v.Quote("en az 12 bin asker"), "makalelerde böyle geçmiyor; en yakını 001_6baa2ee8f170eba8.txt, 5. paragraf, bayt 2085–2281: 3. sözcük '12' değil, '13'", "does not stand so in the articles; nearest is 001_6baa2ee8f170eba8.txt, paragraph 5, bytes 2085–2281: word 3 is '13', not '12'"},
		{v.Quote("en az tam 13 bin asker"), "makalelerde böyle geçmiyor; en yakını 001_6baa2ee8f170eba8.txt, 5. paragraf, bayt 2085–2281: 3. sözcük 'tam' orada yok", "does not stand so in the articles; nearest is 001_6baa2ee8f170eba8.txt, paragraph 5, bytes 2085–2281: word 3, 'tam', is not there"},
		{v.Quote("en az bin asker göndermişti"), "makalelerde böyle geçmiyor; en yakını 001_6baa2ee8f170eba8.txt, 5. paragraf, bayt 2085–2281: 3. sözcükten önce '13' eksik", "does not stand so in the articles; nearest is 001_6baa2ee8f170eba8.txt, paragraph 5, bytes 2085–2281: '13' is missing before word 3"},
		{v.Quote("gluons explained briefly"), "makalelerde geçmiyor", "does not stand in the articles"},
		{wrong, "end '5' değil, '7'; prefix yanlış: 'x'; score '2' değil, '0 to 1'; 1 sorun daha", "end is '7', not '5'; prefix is wrong: 'x'; score is '0 to 1', not '2'; 1 more"},
	} {
		if got := tt.verdict.Message("tr"); got != tt.tr {
			t.Errorf("Message(tr) = %s\nwant %s", got, tt.tr)
		}
		if got := tt.verdict.Message("en"); got != tt.en {
			t.Errorf("Message(en) = %s\nwant %s", got, tt.en)
		}
	}
}
