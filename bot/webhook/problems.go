package webhook

import "net/http"

// The error table. Names are a contract: they are the last part of `type`.
var (
	malformedJSON = &kind{"malformed-json", http.StatusBadRequest,
		words{"Geçersiz JSON", "Gövde geçerli bir JSON değil: %d. bayttan sonrası okunamadı. Örnek: {\"question\":\"…\"}"},
		words{"Malformed JSON", "The body is not valid JSON: it could not be read after byte %d. Example: {\"question\":\"…\"}"}}
	notAnObject = &kind{"not-an-object", http.StatusBadRequest,
		words{"JSON nesnesi değil", "Gövde bir JSON nesnesi olmalı. Örnek: {\"question\":\"…\"}"},
		words{"Not a JSON object", "The body must be a JSON object. Example: {\"question\":\"…\"}"}}
	duplicateKey = &kind{"duplicate-key", http.StatusBadRequest,
		words{"Yinelenen anahtar", "%q birden fazla kez verildi. Bir kez gönderin."},
		words{"Duplicate key", "%q was given more than once. Send it once."}}
	tooDeep = &kind{"nested-too-deeply", http.StatusBadRequest,
		words{"Fazla iç içe", "JSON en fazla %d düzey iç içe olabilir."},
		words{"Nested too deeply", "JSON may be nested at most %d levels deep."}}
	badEncoding = &kind{"invalid-encoding", http.StatusBadRequest,
		words{"Geçersiz kodlama", "Metin geçerli UTF-8 değil. Metni UTF-8 olarak gönderin."},
		words{"Invalid encoding", "The text is not valid UTF-8. Send the text as UTF-8."}}
	badKey = &kind{"bad-idempotency-key", http.StatusBadRequest,
		words{"Geçersiz Idempotency-Key", "Idempotency-Key, boşluksuz ve en fazla %d karakterlik ASCII olmalı, örneğin bir UUID."},
		words{"Bad Idempotency-Key", "Idempotency-Key must be ASCII without spaces of at most %d characters, a UUID for instance."}}
	malformedForm = &kind{"malformed-form", http.StatusBadRequest,
		words{"Geçersiz form", "Form okunamadı. Örnek: text=… (yüzde kodlamasıyla)"},
		words{"Malformed form", "The form could not be read. Example: text=… (percent-encoded)"}}
	badRequest = &kind{"bad-request", http.StatusBadRequest,
		words{"Geçersiz istek", "İstek okunamadı."},
		words{"Bad request", "The request could not be read."}}
	unauthorized = &kind{"unauthorized", http.StatusUnauthorized,
		words{"Yetki gerekli", "Bu adres bir anahtar ister: Authorization: Bearer … başlığını gönderin."},
		words{"Unauthorized", "This address needs a token: send the header Authorization: Bearer …"}}
	badSignature = &kind{"bad-signature", http.StatusUnauthorized,
		words{"İmza geçersiz", "İmza doğrulanamadı. webhook-id, webhook-timestamp ve webhook-signature başlıklarını Standard Webhooks'a göre gönderin."},
		words{"Bad signature", "The signature could not be verified. Send webhook-id, webhook-timestamp and webhook-signature as Standard Webhooks says."}}
	staleSignature = &kind{"stale-signature", http.StatusUnauthorized,
		words{"İmzanın zamanı geçmiş", "webhook-timestamp ile bu sunucunun saati arasında 5 dakikadan fazla var. Saatleri denetleyin ya da yeniden imzalayın."},
		words{"Stale signature", "webhook-timestamp is more than 5 minutes away from this server's clock. Check the clocks, or sign again."}}
	adminOnly = &kind{"admin-only", http.StatusForbidden,
		words{"Yalnızca yönetici", "Bu adres yönetici anahtarını ister: Authorization: Bearer … başlığında webhook.admin_token gönderin."},
		words{"Administrators only", "This address needs the administrator's token: send webhook.admin_token in the header Authorization: Bearer …"}}
	adminOff = &kind{"admin-off", http.StatusForbidden,
		words{"Yönetim kapalı", "Bu adres yalnızca webhook.admin_token ayarlıyken açıktır."},
		words{"Administration is off", "This address is there only when webhook.admin_token is set."}}
	unknownAnswer = &kind{"unknown-answer", http.StatusNotFound,
		words{"Yanıt yok", "Bir yanıtın kimliği 32 onaltılık basamaktır. Yanıtın id değerini gönderin."},
		words{"No such answer", "The id of an answer is 32 hexadecimal digits. Send the answer's id."}}
	nothingKept = &kind{"nothing-kept", http.StatusNotFound,
		words{"Hiçbir şey saklanmıyor", "Bu kurulumda sorular ve oylar saklanmıyor; store.path ayarlanmalı."},
		words{"Nothing is kept", "Questions and votes are not kept here; store.path must be set."}}
	notFound = &kind{"not-found", http.StatusNotFound,
		words{"Bulunamadı", "Böyle bir adres yok. Sorular POST /v1/ask adresine gönderilir."},
		words{"Not found", "There is no such address. Questions go to POST /v1/ask."}}
	unknownArticle = &kind{"unknown-article", http.StatusNotFound,
		words{"Makale yok", "Bu kimlikle bir makale yok. Makalelerin listesi: GET /v1/articles"},
		words{"No such article", "There is no article with this id. The articles are listed at GET /v1/articles"}}
	methodNotAllowed = &kind{"method-not-allowed", http.StatusMethodNotAllowed,
		words{"Yöntem geçersiz", "Bu adres şu yöntemleri kabul eder: %s"},
		words{"Method not allowed", "This address takes: %s"}}
	bodyTimeout = &kind{"request-timeout", http.StatusRequestTimeout,
		words{"İstek zaman aşımına uğradı", "Gövde zamanında gelmedi ya da yarım kaldı. Yeniden gönderin."},
		words{"Request timeout", "The body did not arrive in time, or not whole. Send it again."}}
	webhookIDReused = &kind{"webhook-id-reused", http.StatusConflict,
		words{"webhook-id yeniden kullanıldı", "Bu webhook-id ile başka bir istek gönderilmişti. Her istek için yeni bir kimlik kullanın."},
		words{"webhook-id reused", "Another request was sent with this webhook-id. Use a new id for every request."}}
	inProgress = &kind{"request-in-progress", http.StatusConflict,
		words{"İstek sürüyor", "Bu Idempotency-Key ile gönderilen istek hâlâ yanıtlanıyor. Birazdan yeniden deneyin."},
		words{"Request in progress", "The request with this Idempotency-Key is still being answered. Try again shortly."}}
	keyReused = &kind{"idempotency-key-reused", http.StatusUnprocessableEntity,
		words{"Idempotency-Key yeniden kullanıldı", "Bu Idempotency-Key ile başka bir istek gönderilmişti. Her istek için yeni bir anahtar kullanın."},
		words{"Idempotency-Key reused", "Another request was sent with this Idempotency-Key. Use a new key for every request."}}
	bodyTooLarge = &kind{"body-too-large", http.StatusRequestEntityTooLarge,
		words{"Gövde çok büyük", "Gövde en fazla %d bayt olabilir."},
		words{"Body too large", "The body may have at most %d bytes."}}
	unsupportedType = &kind{"unsupported-media-type", http.StatusUnsupportedMediaType,
		words{"Desteklenmeyen içerik türü", "Content-Type şunlardan biri olmalı (UTF-8, sıkıştırılmamış): %s"},
		words{"Unsupported media type", "Content-Type must be one of these (UTF-8, not compressed): %s"}}
	jsonAsForm = &kind{"json-sent-as-form", http.StatusUnsupportedMediaType,
		words{"JSON form olarak gönderildi", "Gövde JSON gibi görünüyor, ama Content-Type form diyor. Content-Type: application/json başlığını gönderin."},
		words{"JSON sent as a form", "The body looks like JSON, but Content-Type says form. Send the header Content-Type: application/json."}}
	badConversation = &kind{"bad-conversation", http.StatusUnprocessableEntity,
		words{"Geçersiz konuşma anahtarı", "conversation 1 ile %d arasında harf, rakam ve -_.:/+= işaretlerinden oluşmalı. Tahmin edilemeyecek bir anahtar seçin."},
		words{"Bad conversation", "conversation must be 1 to %d letters, digits and -_.:/+= characters. Choose one that cannot be guessed."}}
	badCallback = &kind{"bad-callback-url", http.StatusUnprocessableEntity,
		words{"Geçersiz geri çağırma adresi", "callback_url, herkese açık bir ağda http ya da https adresi olmalı; kullanıcı adı ve # içermemeli, kapısı izin verilenlerden olmalı."},
		words{"Bad callback address", "callback_url must be an http or https address on a public network, without a user name or #, on a port that is allowed."}}
	unknownEndpoint = &kind{"unknown-callback", http.StatusUnprocessableEntity,
		words{"Bilinmeyen alıcı", "Bu adla bir alıcı yok. Ayarlarda olanlar: %s"},
		words{"Unknown receiver", "There is no receiver of this name. Those in the settings: %s"}}
	twoCallbacks = &kind{"two-callbacks", http.StatusUnprocessableEntity,
		words{"İki geri çağırma", "callback ya da callback_url gönderin, ikisini birden değil."},
		words{"Two callbacks", "Send callback or callback_url, not both."}}
	namedCallbacks = &kind{"callback-url-off", http.StatusUnprocessableEntity,
		words{"callback_url kapalı", "Bu kurulum yalnızca ayarlardaki alıcılara gönderir. callback_url yerine callback ile birini seçin: %s"},
		words{"callback_url is off", "This service sends only to the receivers in its settings. Choose one with callback in place of callback_url: %s"}}
	callbackGone = &kind{"callback-disabled", http.StatusUnprocessableEntity,
		words{"Geri çağırma adresi kapalı", "Bu adres daha önce 410 Gone yanıtı verdi. Bekleyen bir iş yeniden gönderilirse açılır."},
		words{"Callback address disabled", "This address has answered 410 Gone before. It is enabled again when one of its jobs is sent again."}}
	noCallbacks = &kind{"callbacks-unavailable", http.StatusUnprocessableEntity,
		words{"Geri çağırma yok", "Bu kurulumda geri çağırma kapalı: imzalamak için webhook.secrets ayarlanmalı. callback ve callback_url olmadan gönderin."},
		words{"Callbacks unavailable", "Callbacks are off here: webhook.secrets must be set to sign them. Send the request without callback and callback_url."}}
	unknownJob = &kind{"unknown-job", http.StatusNotFound,
		words{"İş yok", "Bu kimlikle bir iş yok ya da süresi geçti."},
		words{"No such job", "There is no job with this id, or not any more."}}
	badState = &kind{"bad-state", http.StatusUnprocessableEntity,
		words{"Bilinmeyen durum", "state şunlardan biri olmalı: %s"},
		words{"Unknown state", "state must be one of: %s"}}
	unknownKey = &kind{"unknown-key", http.StatusUnprocessableEntity,
		words{"Bilinmeyen anahtar", "%q bilinmiyor. Bilinen anahtarlar: %s"},
		words{"Unknown key", "%q is not known. Known keys: %s"}}
	notAvailable = &kind{"feature-unavailable", http.StatusUnprocessableEntity,
		words{"Özellik yok", "%q bu kurulumda henüz kullanılamıyor. Onsuz gönderin."},
		words{"Feature unavailable", "%q is not available here yet. Send the request without it."}}
	missingKey = &kind{"missing-key", http.StatusUnprocessableEntity,
		words{"Eksik anahtar", "%q gerekli."},
		words{"Missing key", "%q is needed."}}
	badUser = &kind{"bad-user", http.StatusUnprocessableEntity,
		words{"Geçersiz kullanıcı", "Kullanıcı 1 ile %d arasında harf, rakam ve -_.:/+= işaretlerinden oluşmalı."},
		words{"Bad user", "A user must be 1 to %d letters, digits and -_.:/+= characters."}}
	wrongType = &kind{"wrong-type", http.StatusUnprocessableEntity,
		words{"Yanlış tür", "%q için beklenen tür: %s"},
		words{"Wrong type", "%q must be of type %s"}}
	emptyQuestion = &kind{"empty-question", http.StatusUnprocessableEntity,
		words{"Soru boş", "Soru boş. Makaleler hakkında bir soru yazın."},
		words{"Empty question", "The question is empty. Ask something about the articles."}}
	questionTooLong = &kind{"question-too-long", http.StatusUnprocessableEntity,
		words{"Soru çok uzun", "Soru çok uzun. Soruyu kısaltın."},
		words{"Question too long", "The question is too long. Shorten it."}}
	outOfRange = &kind{"out-of-range", http.StatusUnprocessableEntity,
		words{"Aralık dışı", "Sayı izin verilen aralıkta değil."},
		words{"Out of range", "The number is outside the range allowed."}}
	unknownValue = &kind{"unknown-value", http.StatusUnprocessableEntity,
		words{"Bilinmeyen değer", "Verilen değer bilinmiyor."},
		words{"Unknown value", "The value is not one of those known."}}
	tooMany = &kind{"too-many-requests", http.StatusTooManyRequests,
		words{"Çok fazla istek", "Dakikada en fazla %d istek kabul edilir. Retry-After kadar saniye sonra yeniden deneyin."},
		words{"Too many requests", "At most %d requests a minute are taken. Try again after Retry-After seconds."}}
	clientGone = &kind{"client-closed-request", statusClientGone,
		words{"İstek yarıda bırakıldı", "Yanıt hazırlanırken bağlantı kapatıldı."},
		words{"Client closed request", "The connection was closed while the answer was being made."}}
	internal = &kind{"internal", http.StatusInternalServerError,
		words{"İç hata", "Beklenmeyen bir hata oldu. İstek kimliğiyle bildirin."},
		words{"Internal error", "Something unexpected went wrong. Report it with the request id."}}
	busy = &kind{"busy", http.StatusServiceUnavailable,
		words{"Yoğun", "Şu anda çok fazla istek var. Birazdan yeniden deneyin."},
		words{"Busy", "There are too many requests just now. Try again shortly."}}
	unavailable = &kind{"unavailable", http.StatusServiceUnavailable,
		words{"Hizmet kullanılamıyor", "Yanıt için gereken bir parça şu anda yok. Birazdan yeniden deneyin."},
		words{"Service unavailable", "A part that the answer needs is away just now. Try again shortly."}}
	tooSlow = &kind{"timeout", http.StatusGatewayTimeout,
		words{"Zaman aşımı", "Yanıt zamanında hazırlanamadı. Yeniden deneyin."},
		words{"Timeout", "The answer was not ready in time. Try again."}}
)

// statusClientGone is nginx's 499: nobody reads it, but the log and the
// counters tell it from an error of ours.
const statusClientGone = 499

// kinds is the whole table, in the order of status codes.
func kinds() []*kind {
	return []*kind{
		malformedJSON, notAnObject, duplicateKey, tooDeep, badEncoding, badKey, malformedForm, badRequest,
		unauthorized, badSignature, staleSignature, adminOnly, adminOff, notFound, unknownArticle, unknownAnswer, nothingKept, methodNotAllowed, bodyTimeout, webhookIDReused, inProgress, bodyTooLarge,
		unsupportedType, jsonAsForm,
		unknownJob, unknownKey, notAvailable, badConversation, badCallback, unknownEndpoint, twoCallbacks, namedCallbacks, callbackGone, noCallbacks, badState, missingKey, badUser, wrongType, emptyQuestion, questionTooLong, outOfRange, unknownValue, keyReused,
		tooMany, clientGone, internal, busy, unavailable, tooSlow,
	}
}

// problemPage explains a kind of problem in both languages: it is what `type`
// points to.
func problemPage(w *response, r *http.Request) error {
	name := r.PathValue("name")
	for _, k := range kinds() {
		if k.name != name {
			continue
		}
		type page struct {
			Type   string            `json:"type"`
			Status int               `json:"status"`
			Title  map[string]string `json:"title"`
		}
		return w.writeJSON(http.StatusOK, jsonType, page{problemType(name), k.status,
			map[string]string{"tr": k.tr.title, "en": k.en.title}})
	}
	return notFound.about("")
}
