package when_test

import (
	"fmt"

	"alinti/retrieval/when"
)

func ExampleFind() {
	written, err := when.ParseDay("2025-09-19")
	if err != nil {
		panic(err)
	}
	text := "Anlaşma geçtiğimiz yılın haziran ayında imzalandı, 2023'ten bu yana silah gönderiliyor."
	asked := when.Find("2024 haziranında ne oldu?", when.Day{})[0]
	for _, d := range when.Find(text, written) {
		fmt.Println(text[d.Start:d.End], d.Resolved, d.Overlaps(asked))
	}
	// Output:
	// geçtiğimiz yılın haziran ayında 2024-06 true
	// 2023'ten bu yana 2023/.. true
}
