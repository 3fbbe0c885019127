package when

import (
	"errors"
	"strings"
	"testing"
	"time"
)

func TestParseDay(t *testing.T) {
	if d, err := ParseDay("2025-09-19"); err != nil || d != (Day{2025, time.September, 19}) || d.String() != "2025-09-19" || d.IsZero() {
		t.Errorf("ParseDay = %v, %v", d, err)
	}
	for _, s := range []string{"", "2025", "2025-02-31", "19.09.2025", "2025-9-19"} {
		if d, err := ParseDay(s); !errors.Is(err, ErrDay) || !d.IsZero() {
			t.Errorf("ParseDay(%q) = %v, %v, want ErrDay", s, d, err)
		}
	}
}

// The calendar agrees with package time on every day of four centuries.
func TestCalendar(t *testing.T) {
	at := time.Date(1799, 12, 25, 12, 0, 0, 0, time.UTC)
	n := DayOf(at).number()
	for i := range 150000 {
		d := DayOf(at.AddDate(0, 0, i))
		if d.number() != n+i {
			t.Fatalf("%v.number() = %d, want %d", d, d.number(), n+i)
		}
		if got := (Day{1799, 12, 25}).add(i); got != d {
			t.Fatalf("add(%d) = %v, want %v", i, got, d)
		}
		if want := (int(at.AddDate(0, 0, i).Weekday()) + 6) % 7; d.weekday() != want {
			t.Fatalf("%v.weekday() = %d, want %d", d, d.weekday(), want)
		}
		if p := periodOf(d).next(1); p != periodOf(d.add(1)) || p.next(-1) != periodOf(d) {
			t.Fatalf("the day after %v is %v", d, p)
		}
	}
}

func TestAddMonths(t *testing.T) {
	for _, c := range []struct {
		day  string
		n    int
		want string
	}{{"2024-01-31", 1, "2024-02-29"}, {"2025-01-31", 1, "2025-02-28"}, {"2025-01-15", -1, "2024-12-15"}, {"2024-02-29", -12, "2023-02-28"}} {
		d, err := ParseDay(c.day)
		if err != nil {
			t.Fatal(err)
		}
		if got := d.addMonths(c.n).String(); got != c.want {
			t.Errorf("%s.addMonths(%d) = %s, want %s", c.day, c.n, got, c.want)
		}
	}
}

// parse reads a date as [Date.Resolved] writes it; ok is false for anything
// else.
func parse(resolved string) (d Date, ok bool) {
	from, to, isInterval := strings.Cut(resolved, "/")
	if !isInterval {
		to = from
	}
	a, ok1 := parseEnd(from)
	b, ok2 := parseEnd(to)
	if !ok1 || !ok2 || a == nil && b == nil {
		return Date{}, false
	}
	d.interval(a, b)
	return d, d.Resolved == resolved
}

// parseEnd reads one end of an interval; nil is an open one.
func parseEnd(s string) (*period, bool) {
	if s == ".." {
		return nil, true
	}
	var p period
	rest, minus := strings.CutPrefix(s, "-")
	fields := strings.Split(rest, "-")
	for i, to := range []*int{&p.year, &p.month, &p.day} {
		if i < len(fields) {
			width := 2
			if i == 0 {
				width = 4
			}
			n, ok := digits(fields[i])
			if !ok || len(fields[i]) != width || i > 0 && n == 0 {
				return nil, false
			}
			*to = n
		}
	}
	if minus {
		p.year = -p.year
	}
	return &p, len(fields) <= 3 && p.valid()
}

func TestResolved(t *testing.T) {
	for _, s := range []string{"2024", "2024-06", "2024-06-19", "2024/2025", "2023/..", "../2023-05", "-0043", "-0399/-0300", "0973/1048", "2024-06-19/2024-07"} {
		if d, ok := parse(s); !ok || d.Resolved != s {
			t.Errorf("parse(%q) = %q, %v", s, d.Resolved, ok)
		}
	}
	for _, s := range []string{"", "..", "../..", "/", "24", "2024-13", "2024-02-30", "2024-6", "2024-00", "2024-06-00", "2025/2024", "2024-01-01-01", "x", "2024/2025/2026", "2024/2024", "--01"} {
		if d, ok := parse(s); ok {
			t.Errorf("parse(%q) = %q, want it refused", s, d.Resolved)
		}
	}
}

func TestOverlapsAndCovers(t *testing.T) {
	for _, c := range []struct {
		a, b              string
		overlaps, aCovers bool
	}{
		{"2024", "2024-06", true, true},
		{"2024-06", "2024", true, false},
		{"2024-06", "2024-06-19", true, true},
		{"2024-06", "2024-07", false, false},
		{"2023/..", "2024-06", true, true},
		{"2023/..", "2022", false, false},
		{"../2023", "2022-12-31", true, true},
		{"2023/..", "../2023", true, false},
		{"2024/2025", "2025-12-04", true, true},
		{"2024/2025", "2023-12-31", false, false},
		{"1801/1900", "1851/1900", true, true},
		{"2024", "2024", true, true},
		{"-0043", "0043", false, false},
		{"2023/..", "2024/..", true, true},
	} {
		a, ok1 := parse(c.a)
		b, ok2 := parse(c.b)
		if !ok1 || !ok2 {
			t.Fatalf("cannot parse %s or %s", c.a, c.b)
		}
		if got := a.Overlaps(b); got != c.overlaps || b.Overlaps(a) != got {
			t.Errorf("%s and %s: Overlaps = %v", c.a, c.b, got)
		}
		if got := a.Covers(b); got != c.aCovers {
			t.Errorf("%s.Covers(%s) = %v", c.a, c.b, got)
		}
	}
	unresolved := Find("dün", Day{})[0]
	if year, _ := parse("2024"); unresolved.Overlaps(year) || year.Covers(unresolved) || unresolved.Covers(unresolved) {
		t.Error("an unresolved date overlaps or is covered")
	}
}
