package evidence

import (
	"slices"
	"testing"

	"alinti/retrieval/gazetteer"
	"alinti/retrieval/turkish"
)

// asked makes a question of a text, and the candidate that a sentence is for it:
// a word is a concept, and stands for those with the same stem.
func asked(question, sentence string) (*Question, *Candidate) {
	read := func(text string) (words []turkish.Word, folds []string) {
		words = turkish.Words(text)
		for _, w := range words {
			folds = append(folds, w.Fold)
		}
		return words, folds
	}
	q, facts := &Question{}, &Facts{}
	words, folds := read(sentence)
	facts.Words, facts.Mentions = words, AppendMentions(nil, words, gazetteer.Find(folds), false)
	facts.Name(false, true)
	q.Words, folds = read(question)
	q.Mentions = AppendMentions(nil, q.Words, gazetteer.Find(folds), false)
	c := &Candidate{Facts: facts}
	for i, w := range q.Words {
		if turkish.IsStop(w.Fold) {
			continue
		}
		m := Match{}
		for j, o := range words {
			if m.Value == 0 && turkish.Stem(o.Fold) == turkish.Stem(w.Fold) {
				m = Match{1, j}
			}
		}
		country := len(gazetteer.Find(folds[i:i+1])) > 0
		q.Concepts = append(q.Concepts, Concept{Word: i, Last: i, Entity: country, Own: true, Known: true})
		c.Matches = append(c.Matches, m)
	}
	q.name(false)
	return q, c
}

func TestSides(t *testing.T) {
	const swap, owner, other = 1, 2, 4
	for _, test := range []struct {
		question, sentence string
		want               int
	}{
		{"Orhan, Pelin'e ne verdi?", "Pelin, Orhan'a kitap verdi.", swap},
		{"Orhan, Pelin'e ne verdi?", "Orhan'ın Pelin'e verdiği kitap kayboldu.", 0},
		{"Orhan, Pelin'den ne aldı?", "Pelin'in Orhan'dan aldığı kitap kayboldu.", swap},
		{"Orhan, Pelin'e göre ne verdi?", "Pelin, Orhan'a kitap verdi.", 0},
		{"Peru Şili'ye neden dava açtı?", "Şili, Peru ve Brezilya aleyhine dava açtı.", swap},
		{"Peru Şili'ye neden dava açtı?", "Peru ve Brezilya, Şili aleyhine dava açtı.", 0},
		{"Sendika bakanlığa ne yazdı?", "Bakanlık sendikaya bir mektup yazdı.", swap},
		{"Sendika bakanlığa ne yazdı?", "Sendikanın bakanlığa yazdığı mektup kısaydı.", 0},
		{"Orhan'ın avukatı ne dedi?", "Pelin'in avukatı karardan memnun.", owner},
		{"Orhan'ın avukatı ne dedi?", "Pelin'in avukatı ile Orhan'ın avukatı memnun.", 0},
		{"Sahil Tramvayı ne zaman açılacak?", "Dağ Tramvayı mayısta açılacak.", other},
		{"Sahil Tramvayı ne zaman açılacak?", "Dağ Tramvayı ile Sahil Tramvayı mayısta açılacak.", 0},
		{"Dağ Tramvayı ile Sahil Tramvayı ne zaman açılacak?", "Dağ Tramvayı mayısta açılacak.", 0},
	} {
		q, c := asked(test.question, test.sentence)
		var f Features
		f.sides(q, c)
		got := swap*int(f[RoleSwap]) + owner*int(f[OwnerConflict]) + other*int(f[NameOther])
		if got != test.want {
			t.Errorf("sides(%q, %q) = %b, want %b", test.question, test.sentence, got, test.want)
		}
	}
}

func TestAppendParties(t *testing.T) {
	for text, want := range map[string][]turkish.Case{
		"Ankara Mahkemesi, Pelin'in davasını Orhan'a bildirdi":      {turkish.Bare, turkish.Genitive, turkish.Dative},
		"Dün Fikri Haklar Dairesinin kararı Orhan ve Pelin'e gitti": {turkish.Genitive, turkish.Dative, turkish.Dative},
		"Dün Orhan ile Pelin geldi":                                 {turkish.Instrumental, turkish.Bare},
		"Güzel bir gün":                                             nil,
	} {
		var f Facts
		f.Words = turkish.Words(text)
		f.Name(false, false)
		var got []turkish.Case
		for _, p := range f.Parties {
			got = append(got, p.Case)
		}
		if !slices.Equal(got, want) {
			t.Errorf("Name(%q): cases %v, want %v", text, got, want)
		}
	}
}
