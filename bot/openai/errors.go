package openai

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"net/http"

	"alinti/bot"
)

// An apiError is an error in the shape that clients of OpenAI read.
type apiError struct {
	status int
	code   string
	param  string
	tr, en string // the message
	after  string // Retry-After, in seconds
	cause  error  // for the log alone
}

func (e *apiError) Error() string { return e.code }

func (e *apiError) Unwrap() error { return e.cause }

// invalid is a request that cannot be read as it is.
func invalid(param, tr, en string) *apiError {
	return &apiError{status: http.StatusBadRequest, code: "invalid_value", param: param, tr: tr, en: en}
}

// asAPIError maps any error to what the caller is told.
func asAPIError(err error) *apiError {
	var e *apiError
	var in *bot.InputError
	var tooLarge *http.MaxBytesError
	switch {
	case errors.As(err, &e):
		return e
	case errors.As(err, &in):
		return invalid("messages", in.Message("tr"), in.Message("en"))
	case errors.As(err, &tooLarge):
		return &apiError{status: http.StatusRequestEntityTooLarge, code: "request_too_large", tr: "İstek çok büyük: en fazla 1 MiB.", en: "The request is too large: at most 1 MiB."}
	case errors.Is(err, bot.ErrBusy):
		return &apiError{status: http.StatusServiceUnavailable, code: "busy", after: "1", cause: err, tr: "Şu anda çok fazla istek var. Birazdan yeniden deneyin.", en: "There are too many requests just now. Try again shortly."}
	case errors.Is(err, bot.ErrUnavailable):
		return &apiError{status: http.StatusServiceUnavailable, code: "unavailable", after: "5", cause: err, tr: "Yanıt için gereken bir parça şu anda yok.", en: "A part that the answer needs is away just now."}
	case errors.Is(err, context.DeadlineExceeded):
		return &apiError{status: http.StatusGatewayTimeout, code: "timeout", cause: err, tr: "Yanıt zamanında hazırlanamadı. Yeniden deneyin.", en: "The answer was not ready in time. Try again."}
	case errors.Is(err, context.Canceled):
		return &apiError{status: 499, code: "client_closed_request", cause: err, tr: "Bağlantı kapatıldı.", en: "The connection was closed."}
	}
	return &apiError{status: http.StatusInternalServerError, code: "internal_error", cause: err, tr: "Beklenmeyen bir hata oldu.", en: "Something unexpected went wrong."}
}

type errorJSON struct {
	Message string  `json:"message"`
	Type    string  `json:"type"`
	Param   *string `json:"param"`
	Code    string  `json:"code"`
}

// fail answers with an error.
func (d *door) fail(w http.ResponseWriter, r *http.Request, err error) {
	e := asAPIError(err)
	body := errorJSON{Message: e.tr, Type: "invalid_request_error", Code: e.code}
	if d.Language(r) == "en" {
		body.Message = e.en
	}
	if e.param != "" {
		body.Param = &e.param
	}
	if e.status >= 500 {
		body.Type = "server_error"
		d.Logger.LogAttrs(r.Context(), slog.LevelError, "chat completion", slog.Any("err", e.cause))
	}
	h := w.Header()
	h.Set("Content-Type", "application/json")
	h.Set("Cache-Control", "no-store")
	if e.after != "" {
		h.Set("Retry-After", e.after)
	}
	w.WriteHeader(e.status)
	_ = json.NewEncoder(w).Encode(map[string]errorJSON{"error": body})
}
