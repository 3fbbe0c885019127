package web

// words are the page's own words in one language; those around quotes are
// render's.
type words struct {
	Code, OtherCode, Other              string
	Name, Tagline, Promise              string
	Skip, Navigation, Ask, Articles     string
	QuestionLabel, Placeholder          string
	Examples, Answer, Early             string
	Statements                          string
	Open, OpenAt, Permanent, TextLink   string
	Cite, Plain, Markdown, Copy, Copied string
	Probability, Also, Sides, Heading   string
	AnswerID, AnswerLink, AnswerChanged string
	Took                                string
	Close, Whole, Reading, Passage      string
	Digest, Paragraph                   string
	ArticlesText, ArticleChanged        string
	NoPassage                           string
	NotFound, NotFoundText, Back        string
	Invalid, Busy, Unavailable, Problem string
	Footer, API                         string
	Earlier, NewConversation, Resolved  string
	FollowUp, FollowUpLike              string
}

var turkish = words{
	Code: "tr", OtherCode: "en", Other: "English",
	Name:           "alıntı",
	Tagline:        "Yanıtı makaleler versin.",
	Promise:        "Bir soru sorun: makalelerden sözcüğü sözcüğüne alıntılarla, kaynağı gösterilerek yanıtlanır. Makaleler yanıtlamıyorsa öyle denir.",
	Skip:           "İçeriğe geç",
	Navigation:     "Sayfalar",
	Ask:            "Sor",
	Articles:       "Makaleler",
	QuestionLabel:  "Sorunuz",
	Placeholder:    "Makaleler hakkında bir soru yazın",
	Examples:       "Örneğin",
	Answer:         "Yanıt",
	Early:          "İlk bulunan alıntılar; model seçimini yapıyor…",
	Statements:     "Modelin kendi sözleri (alıntı değildir)",
	Open:           "Makalede aç",
	OpenAt:         "Makale yanda açık",
	Permanent:      "Kalıcı bağlantı",
	TextLink:       "Metin bağlantısı",
	Cite:           "Alıntıla",
	Plain:          "Düz metin",
	Markdown:       "Markdown",
	Copy:           "Kopyala",
	Copied:         "Kopyalandı.",
	Probability:    "%%%d olasılıkla yanıt",
	Also:           "Bunu da söyleyen:",
	Sides:          "Alıntılar birden çok makaleden; farklı söyleyebilirler.",
	Heading:        "Bölüm:",
	AnswerID:       "Yanıt kimliği",
	AnswerLink:     "Bu yanıtın bağlantısı",
	AnswerChanged:  "Bu bağlantının verildiği yanıt değişti: makaleler ya da ayarlar o zamandan beri yenilendi.",
	Took:           "%d µs",
	Close:          "Makaleyi kapat",
	Whole:          "Makalenin tamamı",
	Digest:         "SHA-256",
	Paragraph:      "Paragraf",
	ArticlesText:   "Sorular bu makalelere sorulur.",
	ArticleChanged: "Makale, bu bağlantı verildiğinden beri değişti; alıntının yeri gösterilemiyor.",
	NoPassage:      "Bu makalede böyle bir yer yok; makalenin tamamı aşağıda.",
	NotFound:       "Sayfa bulunamadı",
	NotFoundText:   "Aradığınız sayfa burada yok. Soru sorabilir ya da makalelere bakabilirsiniz.",
	Back:           "Soru sor",
	Invalid:        "Soru anlaşılamadı. Başka sözlerle yazın.",
	Busy:           "Şu anda çok soru var. Birkaç saniye sonra yeniden deneyin.",
	Unavailable:    "Soru şu anda yanıtlanamıyor. Biraz sonra yeniden deneyin.",
	Problem:        "Yanıt verilemedi",
	Footer:         "Her alıntı, makalenin kendi sözüdür: bayt bayt aynıdır.",
	API:            "Programlar için",

	Earlier: "Bu konuşmada daha önce", NewConversation: "Yeni konuşma",
	Resolved: "Şöyle anlaşıldı:",
	FollowUp: "Devam sorusu", FollowUpLike: "Peki ne zaman?",
}

var english = words{
	Code: "en", OtherCode: "tr", Other: "Türkçe",
	Name:           "alıntı",
	Tagline:        "Let the articles answer.",
	Promise:        "Ask a question: the answer is quoted from the articles word for word, with its source. If they do not answer, it says so.",
	Skip:           "Skip to content",
	Navigation:     "Pages",
	Ask:            "Ask",
	Articles:       "Articles",
	QuestionLabel:  "Your question",
	Placeholder:    "Ask something about the articles",
	Examples:       "For example",
	Answer:         "Answer",
	Early:          "The first quotes found; the model is choosing…",
	Statements:     "The model's own words (not a quotation)",
	Open:           "Open in the article",
	OpenAt:         "Open beside this",
	Permanent:      "Permanent link",
	TextLink:       "Text link",
	Cite:           "Cite",
	Plain:          "Plain text",
	Markdown:       "Markdown",
	Copy:           "Copy",
	Copied:         "Copied.",
	Probability:    "%d%% likely to answer",
	Also:           "Also said in:",
	Sides:          "The quotes come from more than one article, and may disagree.",
	Heading:        "Section:",
	AnswerID:       "Answer id",
	AnswerLink:     "Link to this answer",
	AnswerChanged:  "The answer that this link was made to has changed: the articles or the settings are newer.",
	Took:           "%d µs",
	Close:          "Close the article",
	Whole:          "The whole article",
	Digest:         "SHA-256",
	Paragraph:      "Paragraph",
	ArticlesText:   "Questions are asked of these articles.",
	ArticleChanged: "The article has changed since this link was made; the place of the quote cannot be shown.",
	NoPassage:      "There is no such place in this article; all of it is below.",
	NotFound:       "Page not found",
	NotFoundText:   "There is no such page here. You can ask a question or look at the articles.",
	Back:           "Ask a question",
	Invalid:        "The question could not be understood. Put it in other words.",
	Busy:           "There are many questions right now. Try again in a few seconds.",
	Unavailable:    "The question cannot be answered right now. Try again in a little while.",
	Problem:        "No answer",
	Footer:         "Every quote is the article's own words, byte for byte.",
	API:            "For programs",

	Earlier: "Earlier in this conversation", NewConversation: "New conversation",
	Resolved: "Understood as:",
	FollowUp: "Follow-up", FollowUpLike: "And when?",
}

func wordsIn(language string) *words {
	if language == "en" {
		return &english
	}
	return &turkish
}
