package openai

import "net/http"

// The models that can be asked for. Another name is taken as the first: front
// ends send the one they were written for.
const (
	modelAuto      = "alinti"           // a model service chooses, if one is set up
	modelRetrieval = "alinti-retrieval" // none does
)

type modelJSON struct {
	ID      string `json:"id"`
	Object  string `json:"object"`
	Created int64  `json:"created"`
	OwnedBy string `json:"owned_by"`
}

func modelOf(id string) modelJSON { return modelJSON{ID: id, Object: "model", OwnedBy: "alinti"} }

func (d *door) models(w http.ResponseWriter, r *http.Request) {
	d.reply(w, struct {
		Object string      `json:"object"`
		Data   []modelJSON `json:"data"`
	}{"list", []modelJSON{modelOf(modelAuto), modelOf(modelRetrieval)}})
}

func (d *door) model(w http.ResponseWriter, r *http.Request) {
	switch id := r.PathValue("id"); id {
	case modelAuto, modelRetrieval:
		d.reply(w, modelOf(id))
	default:
		d.fail(w, r, &apiError{status: http.StatusNotFound, code: "model_not_found", param: "model",
			tr: "Böyle bir model yok. Olanlar: GET /v1/models", en: "There is no such model. Those there are: GET /v1/models"})
	}
}
