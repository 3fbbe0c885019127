package bot

import "fmt"

// inputMessage is the one place that words an InputError.
func inputMessage(e *InputError, language string) string {
	tr := language != "en"
	switch e.Code {
	case InputEmpty:
		if tr {
			return "Soru boş. Makaleler hakkında bir soru yazın."
		}
		return "The question is empty. Ask something about the articles."
	case InputTooLong:
		if tr {
			return fmt.Sprintf("Soru çok uzun: en fazla %d karakter olabilir. Soruyu kısaltın.", e.Limit)
		}
		return fmt.Sprintf("The question is too long: at most %d characters. Shorten it.", e.Limit)
	case InputEncoding:
		if tr {
			return "Soru geçerli UTF-8 değil. Metni UTF-8 olarak gönderin."
		}
		return "The question is not valid UTF-8. Send the text as UTF-8."
	case InputRange:
		if tr {
			return fmt.Sprintf("%q 1 ile %d arasında bir sayı olmalı.", e.Field, e.Limit)
		}
		return fmt.Sprintf("%q must be a number from 1 to %d.", e.Field, e.Limit)
	default:
		if tr {
			return fmt.Sprintf("%q için bilinmeyen bir değer verildi.", e.Field)
		}
		return fmt.Sprintf("%q has an unknown value.", e.Field)
	}
}
