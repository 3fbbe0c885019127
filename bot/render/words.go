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
	Paragraph  string // a format: the number of a paragraph
	Bytes      string // a format: first and last byte offset of a quote
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
	Paragraph:  "%d. paragraf",
	Bytes:      "bayt %d–%d",
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
	Paragraph:  "paragraph %d",
	Bytes:      "bytes %d–%d",
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
