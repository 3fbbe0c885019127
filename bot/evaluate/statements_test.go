package evaluate

import (
	"bytes"
	"strings"
	"testing"

	"alinti/bot/bottest"
)

func TestStatements(t *testing.T) {
	c := bottest.Seeds(t)
	const quote = `"Kuzey Kore lideri Kim Jong-Un ve Rusya Devlet Başkanı Vladimir Putin, geçtiğimiz yılın haziran ayında Pyongyang'da bir araya gelerek, Kapsamlı Stratejik Ortaklık Anlaşması imzalamıştı."`
	file := write(t, `{"statement":"Anlaşma Haziran 2024'te imzalandı.","quotes":[`+quote+`],"faithful":true}
{"statement":"Anlaşma Haziran 2023'te imzalandı.","quotes":[`+quote+`],"faithful":false,"kind":"date"}
{"statement":"Anlaşmayı Lavrov imzaladı.","quotes":[`+quote+`],"faithful":false,"kind":"name"}
{"id":"judge","statement":"Anlaşma Pyongyang'da imzalandı.","quotes":[`+quote+`],"faithful":false,"kind":"name"}`)
	report, err := Run(t.Context(), Options{Files: []string{file}, Collection: c})
	if err != nil {
		t.Fatal(err)
	}
	s := report.Sets[0].Statements
	if s.Kept.Value() != 1 || s.Withheld != (Share{2, 3}) || len(s.Kinds) != 3 || s.Kinds[2].Right != (Share{1, 2}) {
		t.Errorf("statements: %+v", s)
	}
	if len(s.Wrong) != 1 || s.Wrong[0].ID != "judge" {
		t.Errorf("the checker and the judge differ on %+v", s.Wrong)
	}
	var page bytes.Buffer
	if err := report.Print(&page); err != nil || !strings.Contains(page.String(), "hostile, withheld") {
		t.Errorf("printed as %s, %v", page.String(), err)
	}
}

func TestStatementsRefused(t *testing.T) {
	for _, c := range []struct{ file, want string }{
		{`{"statement":"a","quotes":["b"]}`, "faithful"},
		{`{"statement":"a","quotes":["b"],"faithful":true}` + "\n" + `{"question":"a","answerable":false}`, "two"},
	} {
		if _, err := Read(write(t, c.file)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("Read(%q): %v, want an error with %q", c.file, err, c.want)
		}
	}
}
