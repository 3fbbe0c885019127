package evidence

import (
	"strings"

	"alinti/retrieval/turkish"
)

// gives reports whether a word of the sentence says that a reason or an aim is
// given: çünkü, yüzünden, -dığı için, -dığından, amacıyla, because.
func gives(words []turkish.Word, i int, english bool) bool {
	fold := words[i].Fold
	if english || because[fold] {
		return because[fold]
	}
	for _, stem := range reasonStems {
		if strings.HasPrefix(fold, stem) {
			return true
		}
	}
	switch fold {
	case "icin", "uzere", "uzerine":
		return i > 0 && forWhat(words[i-1].Fold)
	case "diye": // and not: "…" diye konuştu
		return i+1 == len(words) || !says[turkish.Stem(words[i+1].Fold)]
	}
	return reasonEnds(fold)
}

// reasonEnds reports whether a word gives a reason by its suffixes: -dığından,
// or -laştır-, that makes something so: zorlaştırıyor.
func reasonEnds(fold string) bool {
	for _, end := range [...]string{"digindan", "dugundan", "tigindan", "tugundan"} {
		if strings.HasSuffix(fold, end) {
			return true
		}
	}
	i := max(strings.Index(fold, "lastir"), strings.Index(fold, "lestir"))
	return i > 1 && !otherwise[fold[:i]]
}

var (
	reasonStems = strings.Fields("neden sebep sebeb gerekce kaynaklan yuzund dolay amac bagladi bagliyor baglandi sonucu etkisiy doguruyo dogurdu tetikl")
	// what -laştır- is added to that says what is done, not what comes of it: gerçekleştirdi
	otherwise = wordSet("gercek yer karsi karsila ulas bir yak yerle kararla goru hal sozle")
	says      = wordSet("konus sordu soruy soran dedi ekled yazdi cevap yanit sesle anlat sozle")
)

// forWhat reports whether "için" after the word gives a reason or an aim, and
// does not say for whom: geldiği için, görmek için, sürmesi için.
func forWhat(fold string) bool {
	for _, end := range [...]string{"mak", "mek", "digi", "dugu", "tigi", "tugu", "diklari", "dikleri", "duklari", "dukleri", "tiklari", "tikleri", "tuklari", "tukleri", "masi", "mesi", "acagi", "ecegi", "bunun", "onun"} {
		if strings.HasSuffix(fold, end) {
			return true
		}
	}
	return false
}

var because = wordSet("cunku zira oturu korkusuyla sayesinde gerekcesiyle icindir because since due owing reason reasons cause caused causes therefore thus")
