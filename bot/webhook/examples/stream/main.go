// Command stream shows an answer as it comes.
//
//	[ALINTI_URL=…] [ALINTI_TOKEN=…] go run .
package main

import (
	"bufio"
	"cmp"
	"fmt"
	"log"
	"net/http"
	"os"
	"strings"
)

func main() {
	url := cmp.Or(os.Getenv("ALINTI_URL"), "http://127.0.0.1:8080")
	request, err := http.NewRequest(http.MethodPost, url+"/v1/ask", strings.NewReader("Kuzey Kore Rusya'ya kaç asker gönderdi?"))
	if err != nil {
		log.Fatal(err)
	}
	request.Header.Set("Content-Type", "text/plain")
	request.Header.Set("Accept", "text/event-stream")
	if token := os.Getenv("ALINTI_TOKEN"); token != "" {
		request.Header.Set("Authorization", "Bearer "+token)
	}
	reply, err := http.DefaultClient.Do(request)
	if err != nil {
		log.Fatal(err)
	}
	defer reply.Body.Close()
	if reply.StatusCode != http.StatusOK {
		log.Fatal(reply.Status)
	}
	event := ""
	lines := bufio.NewScanner(reply.Body)
	lines.Buffer(nil, 1<<20) // an event is one line
	for lines.Scan() {
		switch key, value, _ := strings.Cut(lines.Text(), ": "); key { // a line ":" keeps the connection alive
		case "event":
			event = value
		case "data":
			fmt.Println(event, value)
		}
	}
	if err := lines.Err(); err != nil {
		log.Fatal(err)
	}
}
