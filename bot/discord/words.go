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
}

var turkish = words{
	help: "Makaleler hakkında bir soru sorun; yanıtı makalelerden, sözcüğü sözcüğüne alıntılarla veririm. " +
		"Örneğin: `/ask question: Kuzey Kore Rusya'ya kaç asker gönderdi?` Beni anarak ya da bana özel mesaj yazarak da sorabilirsiniz.",
	choosing:    "Model alıntıları gözden geçiriyor…",
	busy:        "Şu anda çok soru var. Birazdan yeniden deneyin.",
	unavailable: "Makalelere şu anda ulaşılamıyor. Birazdan yeniden deneyin.",
	timeout:     "Yanıt zamanında hazırlanamadı. Yeniden deneyin.",
	failed:      "Bir şeyler ters gitti; soru yanıtlanamadı. Yeniden deneyin, sürerse sunucu yöneticisine haber verin.",
}

var english = words{
	help: "Ask something about the articles; the answer comes in sentences quoted from them word for word. " +
		"For example: `/ask question: How many soldiers did North Korea send to Russia?` You can also mention me or write me a direct message.",
	choosing:    "A model is looking over the quotes…",
	busy:        "There are very many questions right now. Try again in a moment.",
	unavailable: "The articles cannot be reached right now. Try again in a moment.",
	timeout:     "The answer was not ready in time. Try again.",
	failed:      "Something went wrong and the question could not be answered. Try again; if it stays so, tell the server's admin.",
}

func wordsIn(language string) *words {
	if language == "en" {
		return &english
	}
	return &turkish
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
