package bot_test

import (
	"bytes"
	"context"
	"encoding/json"
	"math"
	"math/rand/v2"
	"reflect"
	"testing"

	"alinti/bot"
)

// AppendJSON is measured by encoding/json, with every field of an answer filled
// in every way.
func TestAppendJSON(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	answers := []bot.Answer{{}, {Quotes: []bot.Quote{{}}}, {Quotes: []bot.Quote{{Score: math.NaN()}}}}
	for range 3000 {
		var a bot.Answer
		fill(r, reflect.ValueOf(&a).Elem())
		answers = append(answers, a)
	}
	for _, a := range answers {
		var want bytes.Buffer
		e := json.NewEncoder(&want)
		e.SetEscapeHTML(false)
		wrong := e.Encode(a)
		got, err := a.AppendJSON([]byte("before"))
		if (err == nil) != (wrong == nil) {
			t.Fatalf("AppendJSON(%+v): error %v, encoding/json has %v", a, err, wrong)
		}
		if err == nil && string(got)+"\n" != "before"+want.String() {
			t.Fatalf("AppendJSON(%+v)\n= %s\nwant %s", a, got, want.String())
		}
	}
}

// fill sets every field of a value at random, often to what is left out or
// escaped.
func fill(r *rand.Rand, v reflect.Value) {
	texts := []string{"", "a", "Kuzey Kore’nin “şartı”", "a\"b\\c\n\t\x00\x7f", "\b\f\r\u2028 \u2029 \u2027", "\xff\xe2\x80", "<a&b>", "😀\ufffd"}
	floats := []float64{0, 1, -1, 0.1, 1e-7, 1e21, -1e-6, 0.8349572, math.SmallestNonzeroFloat64, math.MaxFloat64}
	switch v.Kind() {
	case reflect.String:
		v.SetString(texts[r.IntN(len(texts))] + texts[r.IntN(len(texts))])
	case reflect.Int, reflect.Int64:
		v.SetInt(int64(r.IntN(2000) - 1000))
	case reflect.Float64:
		v.SetFloat(floats[r.IntN(len(floats))])
	case reflect.Bool:
		v.SetBool(r.IntN(2) == 0)
	case reflect.Pointer:
		if r.IntN(2) == 0 {
			v.Set(reflect.New(v.Type().Elem()))
			fill(r, v.Elem())
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), r.IntN(3), 3))
		for i := range v.Len() {
			fill(r, v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			fill(r, v.Field(i))
		}
	}
}

func BenchmarkAppendJSON(b *testing.B) {
	a, err := seedBot(b).Ask(context.Background(), bot.Question{Text: "Kuzey Kore Rusya'ya kaç asker gönderdi?"})
	if err != nil {
		b.Fatal(err)
	}
	var room []byte
	b.ReportAllocs()
	for b.Loop() {
		if room, err = a.AppendJSON(room[:0]); err != nil {
			b.Fatal(err)
		}
	}
}
