package evidence

import (
	"strings"

	"alinti/retrieval/turkish"
)

// isPerson reports whether a folded Turkish word says what a person or a body
// is or does without naming one: müdürü, velilere, tesisatçılar, kurulca.
func isPerson(fold string) bool {
	for n := min(len(fold), longestPerson); n >= 3; n-- {
		if persons[fold[:n]] && ends(fold[n:]) {
			return true
		}
	}
	return isMaker(fold)
}

// ends reports whether a noun may end so; -ca is by whom: kurulca.
func ends(s string) bool {
	switch s {
	case "ca", "ce", "lerce", "larca", "since", "sinca", "lerince", "larinca":
		return true
	}
	for _, our := range [...]string{"imiz", "umuz", "miz", "muz"} {
		if rest, ok := strings.CutPrefix(s, our); ok {
			return turkish.Inflects(rest)
		}
	}
	return turkish.Inflects(s)
}

// isMaker reports whether the word is made of a noun with -ci, who has to do
// with it: tesisatçı, futbolcular. What -ci makes of a verb is a quality as
// often as a person, geçici, and only known when listed; after n it may make
// the number of an order, ikinci.
func isMaker(fold string) bool {
	for i := len(fold) - 2; i >= 4; i-- {
		if fold[i] != 'c' || fold[i+1] != 'i' && fold[i+1] != 'u' {
			continue
		}
		switch fold[i-1] {
		case 'i', 'u', 'n', 'c':
			continue
		}
		if !ownC[fold[:i+1]] && ends(fold[i+2:]) {
			return true
		}
	}
	return false
}

// ownC are nouns whose last letter turns to c before a vowel: süreci.
var ownC = wordSet("ihtiyac surec kirbac dagarc bogac sayac demec gerec yamac tikac kiskac baglac ayrac buyutec uretec")

var persons = wordSet("baskan mudur bakan uzman yetkili gorevli ogrenci ogretmen doktor hekim hemsire avukat savci hakim yargic polis asker subay " +
	"gazeteci yazar muhendis teknisyen tekniker memur vali kaymakam milletvekili elci buyukelci sozcu temsilci uye kisi insan kadin erkek cocuk genc aile veli anne " +
	"baba kardes oglu kizi esi torun komsu arkadas herkes kimse sahip sahib abone musteri hasta yolcu surucu ciftci isci avci kapici esnaf vatandas yurttas " +
	"kurucu ortak ortag yonetici satici alici uretici tuketici yapimci yayinci okuyucu izleyici dinleyici calisan personel antrenor futbolcu golcu kaleci hakem " +
	"kaptan menajer sanatci oyuncu profesor docent rektor dekan kral kralice prens sultan padisah imparator cumhurbaskani basbakan lider komutan general " +
	"amiral muhtar imam psikolog eczaci ebeveyn sakin kiraci emekli gonullu gocmen siginmaci sekreter mufettis bilirkisi tanik sanik hizmetli bekci usta " +
	"heyet kurul komisyon komite mahkeme sirket firma belediye bakanlik bakanlig mudurluk mudurlug baskanlik baskanlig idare kurum kurulus dernek derneg " +
	"vakif vakf sendika birlik birlig kooperatif ekip ekib kulup kulub federasyon konsey meclis parti hukumet banka")

const longestPerson = 13 // letters
