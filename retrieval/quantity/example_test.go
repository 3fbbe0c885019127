package quantity_test

import (
	"fmt"

	"alinti/retrieval/quantity"
)

func ExampleFind() {
	text := "Rusya'ya en az 13 bin asker ve 9,8 milyar dolarlık silah gönderdi."
	for _, q := range quantity.Find(text) {
		fmt.Printf("%s: %s %s%s\n", text[q.PhraseStart:q.PhraseEnd], q.Kind, q.Value, q.Unit)
	}
	// Output:
	// en az 13 bin: plain 13000
	// 9,8 milyar dolarlık: money 9800000000USD
}

func ExampleEqual() {
	a, b := quantity.Find("13 bin asker"), quantity.Find("thirteen thousand soldiers")
	fmt.Println(quantity.Equal(a[0], b[0]))
	// Output: true
}
