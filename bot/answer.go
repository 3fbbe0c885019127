package bot

// An Answer is what every door renders and what `ask --json` and POST /v1/ask
// print; its JSON keys are a contract. Every quote in it is a slice of an
// article's bytes. Empty strings, lists and objects are left out of the JSON;
// numbers and booleans are always there.
type Answer struct {
	ID           string        `json:"id"`                     // see [AnswerID]
	Question     string        `json:"question"`               // as asked, trimmed
	Resolved     string        `json:"resolved,omitempty"`     // the follow-up as it was understood from its conversation, if it leaned on it
	Language     string        `json:"language"`               // language of the reply: "tr" or "en"
	Answered     bool          `json:"answered"`               // true exactly when Quotes is not empty
	Mode         string        `json:"mode"`                   // who chose: ModeRetrieval or ModeLLM
	Text         string        `json:"text,omitempty"`         // what a person reads, with [1] markers
	Quotes       []Quote       `json:"quotes,omitempty"`       // best first
	Disagreement *Disagreement `json:"disagreement,omitempty"` // what the quotes say differently, if they do
	Statements   []Statement   `json:"statements,omitempty"`   // a model's own words, tied to quotes; LLM mode only
	Closest      []Quote       `json:"closest,omitempty"`      // nearest passages of a refusal; not an answer
	Reason       string        `json:"reason,omitempty"`       // why there is no quote: a Reason constant
	Warnings     []string      `json:"warnings,omitempty"`     // Warning constants
	TookUS       int64         `json:"took_us"`                // microseconds spent; outside the promise of sameness
}

// Who chose the quotes.
const (
	ModeRetrieval = "retrieval"
	ModeLLM       = "llm"
)

// Why an answer has no quote.
const (
	ReasonNoEvidence   = "no_evidence"  // nothing in the articles answers
	ReasonContradicted = "contradicted" // the articles speak of it, but of something else than the question claims
	ReasonGreeting     = "greeting"     // not a question: a greeting, thanks
)

// What went less well than it should have; the answer holds all the same.
const (
	WarningLLMUnavailable    = "llm_unavailable"    // the model could not be reached in time
	WarningLLMUnusable       = "llm_unusable"       // the model replied, but not with anything that can be used
	WarningStatementWithheld = "statement_withheld" // the model said something its quotes do not carry
)

// A Quote is one sentence or heading of an article, word for word. Text equals
// the article's bytes from Start to End.
type Quote struct {
	N          int         `json:"n"`                    // the marker in Answer.Text, from 1
	Text       string      `json:"text"`                 // the article's bytes
	Source     QuoteSource `json:"source"`               //
	Heading    string      `json:"heading,omitempty"`    // the heading above it, if any
	Paragraph  int         `json:"paragraph"`            // from 1, headings not counted
	Start      int         `json:"start"`                // byte offset in the file
	End        int         `json:"end"`                  // byte offset in the file, exclusive
	StartRune  int         `json:"start_rune"`           // the same in code points
	EndRune    int         `json:"end_rune"`             //
	Prefix     string      `json:"prefix,omitempty"`     // up to 32 code points before it (Web Annotation TextQuoteSelector)
	Suffix     string      `json:"suffix,omitempty"`     // up to 32 code points after it
	Score      float64     `json:"score"`                // calibrated probability, 0 to 1, that it answers
	Highlights []Range     `json:"highlights,omitempty"` // what answers in it, else what matched
	Dates      []Date      `json:"dates,omitempty"`      // dates in it, resolved by the article's date
	Also       []Place     `json:"also,omitempty"`       // other places that say the same fact
}

// A QuoteSource names the article that a quote is cut from.
type QuoteSource struct {
	ID     string `json:"id"`
	File   string `json:"file"`
	Title  string `json:"title,omitempty"`
	Date   string `json:"date,omitempty"` // ISO 8601
	SHA256 string `json:"sha256"`         // hex digest of the file's bytes
}

// A Range is a stretch of bytes in the quote's file, end exclusive.
type Range struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// A Date is a date as the article writes it and what it means.
type Date struct {
	Text     string `json:"text"`     // the article's bytes
	Start    int    `json:"start"`    // byte offset in the file
	End      int    `json:"end"`      // byte offset in the file, exclusive
	Resolved string `json:"resolved"` // ISO 8601, as exact as the text is: 2024, 2024-06, 2024-06-19, or an interval 2024/2025
}

// A Place is where a second source says the same as a quote.
type Place struct {
	Source    QuoteSource `json:"source"`
	Paragraph int         `json:"paragraph"`
	Start     int         `json:"start"`
	End       int         `json:"end"`
}

// A Disagreement says that quotes answer the question differently. It says
// nothing of who is right.
type Disagreement struct {
	About string `json:"about"` // what they differ in: an About constant
	Sides []Side `json:"sides"` // two or more, in the order of the quotes
}

// What quotes may differ in.
const (
	AboutNumber = "number" // a count or an amount
	AboutDate   = "date"   // when it was
	AboutClaim  = "claim"  // whether it is so
)

// A Side is what one quote says. Text equals the article's bytes from Start to
// End, which lie within the quote.
type Side struct {
	Quote int    `json:"quote"`          // its number
	Value string `json:"value"`          // of a number: "13000", "9800000000 USD"; of a date: ISO 8601; of a claim: a Claim constant
	Text  string `json:"text"`           // the words that say so
	Start int    `json:"start"`          // byte offset in the file
	End   int    `json:"end"`            // byte offset in the file, exclusive
	Date  string `json:"date,omitempty"` // the day of its article, ISO 8601
}

// How a quote takes a claim.
const (
	ClaimStated  = "stated"  // it says that it is so
	ClaimAlleged = "alleged" // it says that others say so
	ClaimDenied  = "denied"  // it says that it is not so, or that nothing shows it
)

// A Statement is a sentence in a model's own words, with the numbers of the
// quotes that carry it. It is always shown as different from a quote.
type Statement struct {
	Text   string `json:"text"`
	Quotes []int  `json:"quotes"`
}
