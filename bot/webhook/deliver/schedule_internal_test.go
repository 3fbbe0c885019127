package deliver

import (
	"testing"
	"time"
)

func TestWait(t *testing.T) {
	half := func() float64 { return 0.5 }
	for i, want := range waits {
		if got, again := wait(i+1, 0, half); got != want || !again {
			t.Errorf("wait after attempt %d = %v, %t; want %v", i+1, got, again, want)
		}
	}
	if _, again := wait(len(waits)+1, 0, half); again {
		t.Errorf("there is another attempt after %d", len(waits)+1)
	}
	for _, r := range []float64{0, 0.999999} {
		got, _ := wait(2, 0, func() float64 { return r })
		if got < 4*time.Minute || got > 6*time.Minute {
			t.Errorf("wait of 5m with chance %v = %v, want 4m to 6m", r, got)
		}
	}
	if got, _ := wait(1, time.Hour, half); got != time.Hour {
		t.Errorf("asked to wait an hour: %v", got)
	}
	if got, _ := wait(1, 1000*time.Hour, half); got != maxRetryAfter {
		t.Errorf("asked to wait for weeks: %v", got)
	}
}

func TestRetryAfter(t *testing.T) {
	now := time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)
	for h, want := range map[string]time.Duration{
		"": 0, "90": 90 * time.Second, "-1": 0, "soon": 0, "99999999999999999999": 0, "9999999999": maxRetryAfter,
		"Sun, 22 Nov 2026 12:05:00 GMT": 5 * time.Minute, "Sun, 22 Nov 2026 11:05:00 GMT": 0,
	} {
		if got := retryAfter(h, now); got != want {
			t.Errorf("retryAfter(%q) = %v, want %v", h, got, want)
		}
	}
}
