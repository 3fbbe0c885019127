package render

import "alinti/bot"

// Words are the labels of one language that stand around quotes. Every door
// takes them from here, so that they say the same thing.
type Words struct {
	Resolved   string // before a follow-up as it was understood
	Statements string // above statements: whose words they are
	Quotes     string // above quotes, when statements stand before them
	Closest    string // above the nearest passages of a refusal
	Choosing   string // below what retrieval found, while a model is choosing
	Also       string // before a second source of the same fact
	Differ     string // before what quotes of several articles say differently
	DifferHere string // the same, of quotes of one article
	ArticleOf  string // a format: the day of an article
	Paragraph  string // a format: the number of a paragraph
	Bytes      string // a format: first and last byte offset of a quote
	claims     map[string]string
	warnings   map[string]string
	months     [12]string
}

var turkish = Words{
	Resolved:   "Şöyle anlaşıldı:",
	Statements: "Modelin kendi sözleri (alıntı değildir):",
	Quotes:     "Dayandığı alıntılar:",
	Closest:    "En yakın bölümler (yanıt değildir):",
	Choosing:   "Model seçimini yapıyor…",
	Also:       "Bunu da söyleyen:",
	Differ:     "Makaleler farklı söylüyor:",
	DifferHere: "Makale iki ayrı şey söylüyor:",
	ArticleOf:  "%s tarihli makale",
	Paragraph:  "%d. paragraf",
	Bytes:      "bayt %d–%d",
	claims: map[string]string{
		bot.ClaimStated:  "öyle olduğunu söylüyor",
		bot.ClaimAlleged: "bir iddia olarak aktarıyor",
		bot.ClaimDenied:  "yalanlıyor ya da kanıt görmüyor",
	},
	warnings: map[string]string{
		bot.WarningLLMUnavailable:    "Modele ulaşılamadı; alıntıları arama seçti.",
		bot.WarningLLMUnusable:       "Modelin yanıtı kullanılamadı; alıntıları arama seçti.",
		bot.WarningStatementWithheld: "Modelin, alıntıların desteklemediği sözleri gösterilmedi.",
	},
	months: [12]string{"Ocak", "Şubat", "Mart", "Nisan", "Mayıs", "Haziran", "Temmuz", "Ağustos", "Eylül", "Ekim", "Kasım", "Aralık"},
}

var english = Words{
	Resolved:   "Understood as:",
	Statements: "The model's own words (not a quotation):",
	Quotes:     "The quotes they rest on:",
	Closest:    "Nearest passages (not an answer):",
	Choosing:   "The model is choosing…",
	Also:       "Also said in:",
	Differ:     "The articles differ:",
	DifferHere: "The article says two things:",
	ArticleOf:  "article of %s",
	Paragraph:  "paragraph %d",
	Bytes:      "bytes %d–%d",
	claims: map[string]string{
		bot.ClaimStated:  "says that it is so",
		bot.ClaimAlleged: "reports it as a claim",
		bot.ClaimDenied:  "denies it or finds no evidence",
	},
	warnings: map[string]string{
		bot.WarningLLMUnavailable:    "The model could not be reached; search chose the quotes.",
		bot.WarningLLMUnusable:       "The model's reply could not be used; search chose the quotes.",
		bot.WarningStatementWithheld: "Something the model said is not shown, because the quotes do not carry it.",
	},
	months: [12]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"},
}

// In is the words of a language: English for "en", else Turkish.
func In(language string) *Words {
	if language == "en" {
		return &english
	}
	return &turkish
}

// Warning is one of the Warning constants of bot as a sentence. A code without
// words of its own comes back as it is.
func (w *Words) Warning(code string) string {
	if s, ok := w.warnings[code]; ok {
		return s
	}
	return code
}
