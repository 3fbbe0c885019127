package deliver

import (
	"errors"
	"net/netip"
	"net/url"
	"testing"
)

func testGuard(t *testing.T, allow ...string) guard {
	t.Helper()
	c := DefaultConfig()
	c.Allow = allow
	g, err := newGuard(c)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// TestMayDial asks the predicate; nothing is dialled.
func TestMayDial(t *testing.T) {
	open := testGuard(t)
	exempt := testGuard(t, "10.1.0.0/16", "fd00:1::/32")
	tests := []struct {
		address      string
		want, exempt bool
	}{
		{"93.184.216.34:443", true, true},
		{"8.8.8.8:80", true, true},
		{"[2606:2800:220:1::1]:443", true, true},
		{"8.8.8.8:22", false, false},
		{"8.8.8.8:8080", false, false},
		{"10.1.2.3:443", false, true},
		{"10.2.2.3:443", false, false},
		{"[fd00:1::5]:443", false, true},
		{"[::ffff:10.1.2.3]:443", false, true},
		{"127.0.0.1:80", false, false},
		{"127.255.255.254:80", false, false},
		{"0.0.0.0:80", false, false},
		{"0.1.2.3:80", false, false},
		{"100.64.0.1:80", false, false},
		{"100.127.255.255:80", false, false},
		{"100.128.0.1:80", true, true},
		{"169.254.169.254:80", false, false},
		{"172.16.0.1:80", false, false},
		{"172.32.0.1:80", true, true},
		{"192.0.0.192:80", false, false},
		{"192.0.2.1:80", false, false},
		{"192.88.99.1:80", false, false},
		{"192.168.1.1:80", false, false},
		{"198.18.0.1:80", false, false},
		{"198.19.255.255:80", false, false},
		{"198.51.100.7:80", false, false},
		{"203.0.113.7:80", false, false},
		{"224.0.0.1:80", false, false},
		{"240.0.0.1:80", false, false},
		{"255.255.255.255:80", false, false},
		{"[::1]:80", false, false},
		{"[::]:80", false, false},
		{"[::ffff:127.0.0.1]:80", false, false},
		{"[::127.0.0.1]:80", false, false},
		{"[64:ff9b::7f00:1]:80", false, false},
		{"[64:ff9b:1::7f00:1]:80", false, false},
		{"[100::1]:80", false, false},
		{"[2001::1]:80", false, false},
		{"[2001:db8::1]:80", false, false},
		{"[2002:7f00:1::1]:80", false, false},
		{"[3fff::1]:80", false, false},
		{"[5f00::1]:80", false, false},
		{"[fc00::1]:80", false, false},
		{"[fe80::1]:80", false, false},
		{"[fe80::1%eth0]:80", false, false},
		{"[2606:2800:220:1::1%eth0]:443", false, false},
		{"[fec0::1]:80", false, false},
		{"[ff02::1]:80", false, false},
	}
	for _, tt := range tests {
		a := netip.MustParseAddrPort(tt.address)
		if got := open.mayDial(a); got != tt.want {
			t.Errorf("mayDial(%s) = %t, want %t", tt.address, got, tt.want)
		}
		if got := exempt.mayDial(a); got != tt.exempt {
			t.Errorf("mayDial(%s) with exempt networks = %t, want %t", tt.address, got, tt.exempt)
		}
	}
}

func TestControlRefusesWhatItCannotRead(t *testing.T) {
	g := testGuard(t)
	for _, address := range []string{"", "example.com:443", "8.8.8.8", "127.0.0.1:80", "[::1]:443"} {
		if err := g.control("tcp", address, nil); !errors.Is(err, ErrAddress) {
			t.Errorf("control(%q) = %v, want ErrAddress", address, err)
		}
	}
	if err := g.control("tcp", "8.8.8.8:443", nil); err != nil {
		t.Errorf("control of a public address = %v", err)
	}
}

func TestCheckURL(t *testing.T) {
	g := testGuard(t)
	for url, ok := range map[string]bool{
		"https://example.com/hook?x=y": true, "http://example.com": true, "https://example.com:443/": true,
		"https://[2606:2800:220:1::1]/": true, "https://8.8.8.8/": true, "https://example.com:80": true,
		"": false, "example.com": false, "/hook": false, "https:example.com": false, "https://": false, "https://:443/": false,
		"ftp://example.com": false, "file:///etc/passwd": false, "gopher://example.com:80": false,
		"https://user:pass@example.com": false, "https://user@example.com": false, "https://example.com/#x": false,
		"https://example.com:8443/": false, "https://example.com:0/": false, "https://example.com:99999/": false,
		"https://127.0.0.1/": false, "https://[::1]/": false, "https://10.0.0.1/": false, "https://[::ffff:127.0.0.1]/": false,
		"https://169.254.169.254/latest/meta-data": false, "https://exa mple.com": false, "https://example.com/\x7f": false,
	} {
		if err := g.checkURL(url); (err == nil) != ok {
			t.Errorf("checkURL(%q) = %v, want ok %t", url, err, ok)
		}
	}
}

// FuzzCheckURL: what passes is http or https, on an allowed port, and no
// literal address of a refused network, in whatever spelling.
func FuzzCheckURL(f *testing.F) {
	for _, s := range []string{"https://example.com", "http://[::ffff:7f00:1]/", "https://0x7f.1/", "https://2130706433"} {
		f.Add(s)
	}
	g, err := newGuard(DefaultConfig())
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if g.checkURL(text) != nil {
			return
		}
		u, err := url.Parse(text)
		if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.User != nil || len(text) > maxURL {
			t.Fatalf("%q is accepted", text)
		}
		if ip, err := netip.ParseAddr(u.Hostname()); err == nil && !g.mayDial(netip.AddrPortFrom(ip, 443)) {
			t.Fatalf("%q is accepted", text)
		}
	})
}
