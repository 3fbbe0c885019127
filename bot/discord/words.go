package discord

import (
	"context"
	"errors"
	"strings"

	"github.com/bwmarrin/discordgo"

	"alinti/bot"
)

// words are what the door itself says, in one language. What stands around
// quotes comes from bot/render.
type words struct {
	help        string
	choosing    string // under a first answer, while a model chooses
	busy        string
	unavailable string
	timeout     string
	failed      string
	unkept      string // the store is away
	slower      string // too many questions from here
	notHere     string // the settings leave this place out

	context    string // label: the paragraph around a quote
	source     string // label: the quote on the web page
	more       string // label: further quotes
	noMore     string
	gone       string // a button of something that is not there any more
	thanks     string // for a vote
	articles   string // title of the list
	paragraphs string // a format: how many
	andMore    string // a format: articles that the list has no room for
	noArticles string
	page       string // a format: paragraph n of m
	back, next string // labels: to turn pages
	list       string // label: back to the list

	unanswered string // title of the report
	counts     string // a format: asked, answered, helped, not helped
	notKept    string
	forgotten  string // a format: how many entries

	verified     string // a format: how many of how many quotes stand in the articles
	noQuotes     string
	whatIsAQuote string
	quotesMore   string // a format: verdicts that there is no room for
	nowhere      string
	nearest      string
	leavesOut    string // formats: how a quote differs from the nearest sentence
	putsIn       string
	saysInstead  string
}

var inTurkish = words{
	help: "Makaleler hakkında bir soru sorun; yanıtı makalelerden, sözcüğü sözcüğüne alıntılarla veririm. " +
		"`/ask` ile sorarken, makalelerin yanıtladığı sorular önerilir. Beni anarak ya da bana özel mesaj yazarak da sorabilirsiniz.",
	choosing:    "Model alıntıları gözden geçiriyor…",
	busy:        "Şu anda çok soru var. Birazdan yeniden deneyin.",
	unavailable: "Makalelere şu anda ulaşılamıyor. Birazdan yeniden deneyin.",
	timeout:     "Yanıt zamanında hazırlanamadı. Yeniden deneyin.",
	failed:      "Bir şeyler ters gitti; soru yanıtlanamadı. Yeniden deneyin, sürerse sunucu yöneticisine haber verin.",

	unkept:  "Bu şu anda kaydedilemiyor. Birazdan yeniden deneyin; böyle kalırsa sunucu yöneticisine haber verin.",
	slower:  "Buradan bir dakikada sorulabilecek soru sayısı doldu. Biraz soluklanıp yeniden sorun.",
	notHere: "Burada yanıt vermiyorum; sunucu yöneticisi beni başka yerlere ayırmış.",

	context:    "Bağlamda göster",
	source:     "Kaynak",
	more:       "Daha fazla",
	noMore:     "Makalelerde bu soru için başka alıntı yok.",
	gone:       "Bu düğmenin gösterdiği şey artık yok; makaleler değişmiş olabilir. Soruyu yeniden sorun.",
	thanks:     "Teşekkürler, not edildi.",
	articles:   "Makaleler",
	paragraphs: "%d paragraf",
	andMore:    "… ve %d makale daha",
	noArticles: "Hiç makale yok.",
	page:       "%d. paragraf / %d",
	back:       "Önceki",
	next:       "Sonraki",
	list:       "Makaleler",

	unanswered: "Yanıtsız kalan sorular",
	counts:     "Soru: %d, yanıtlanan: %d · 👍 %d · 👎 %d",
	notKept:    "Hiçbir şey saklanmıyor.",
	forgotten:  "Sizinle ilgili %d kayıt silindi.",

	verified:     "Makalelerde sözcüğü sözcüğüne duran alıntı: %d / %d",
	noQuotes:     "Alıntı bulunamadı",
	whatIsAQuote: "En az üç sözcüklü, «…», “…” ya da \"…\" içinde veya > ile başlayan satırlar alıntı sayılır.",
	quotesMore:   "… ve %d alıntı daha",
	nowhere:      "Makalelerde yok.",
	nearest:      "Bu haliyle yok; en yakını:",
	leavesOut:    "Bu haliyle yok; “%s” eksik. En yakını:",
	putsIn:       "Bu haliyle yok; “%s” fazladan. En yakını:",
	saysInstead:  "Bu haliyle yok; “%s” yerine “%s” olmalı. En yakını:",
}

var inEnglish = words{
	help: "Ask something about the articles; the answer comes in sentences quoted from them word for word. " +
		"With `/ask`, questions that the articles answer are proposed while you type. You can also mention me or write me a direct message.",
	choosing:    "A model is looking over the quotes…",
	busy:        "There are very many questions right now. Try again in a moment.",
	unavailable: "The articles cannot be reached right now. Try again in a moment.",
	timeout:     "The answer was not ready in time. Try again.",
	failed:      "Something went wrong and the question could not be answered. Try again; if it stays so, tell the server's admin.",

	unkept:  "This cannot be stored right now. Try again in a moment; if it stays so, tell the server's admin.",
	slower:  "That is as many questions as may be asked from here in a minute. Take a breath and ask again.",
	notHere: "I do not answer here; the server's admin has kept me for other places.",

	context:    "Show in context",
	source:     "Source",
	more:       "More",
	noMore:     "The articles have no further quote for this question.",
	gone:       "What this button showed is not there any more; the articles may have changed. Ask the question again.",
	thanks:     "Thank you, noted.",
	articles:   "Articles",
	paragraphs: "%d paragraphs",
	andMore:    "… and %d articles more",
	noArticles: "There are no articles.",
	page:       "paragraph %d of %d",
	back:       "Back",
	next:       "Next",
	list:       "Articles",

	unanswered: "Questions without an answer",
	counts:     "Asked: %d, answered: %d · 👍 %d · 👎 %d",
	notKept:    "Nothing is kept.",
	forgotten:  "%d entries about you are deleted.",

	verified:     "Quotes that stand in the articles word for word: %d of %d",
	noQuotes:     "No quotes found",
	whatIsAQuote: "A quote has three words or more and stands in «…», “…” or \"…\", or on lines that begin with >.",
	quotesMore:   "… and %d quotes more",
	nowhere:      "Not in the articles.",
	nearest:      "Not like this; nearest:",
	leavesOut:    "Not like this; “%s” is missing. Nearest:",
	putsIn:       "Not like this; “%s” is too much. Nearest:",
	saysInstead:  "Not like this; instead of “%s” there stands “%s”. Nearest:",
}

func wordsIn(language string) *words {
	if language == "en" {
		return &inEnglish
	}
	return &inTurkish
}

// languageOf is the reply's language for a client's locale.
func languageOf(l discordgo.Locale) string {
	if l == "" || strings.HasPrefix(string(l), "tr") {
		return "tr"
	}
	return "en"
}

// sorry is an error as a sentence for the asker. The cause is for the log.
func sorry(err error, language string) string {
	w := wordsIn(language)
	var input *bot.InputError
	switch {
	case errors.As(err, &input):
		return input.Message(language)
	case errors.Is(err, bot.ErrBusy):
		return w.busy
	case errors.Is(err, bot.ErrUnavailable):
		return w.unavailable
	case errors.Is(err, context.DeadlineExceeded), errors.Is(err, context.Canceled):
		return w.timeout
	default:
		return w.failed
	}
}
