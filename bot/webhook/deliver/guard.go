package deliver

import (
	"fmt"
	"net"
	"net/netip"
	"net/url"
	"slices"
	"strconv"
	"syscall"
)

// refused are the networks of the IANA special-purpose registries that are not
// for a public receiver, written out: Go's IsPrivate and its like leave out
// carrier-grade NAT, benchmarking, documentation and the prefixes that carry
// an IPv4 address inside.
var refused = prefixes(
	"0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
	"192.0.0.0/24", "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24", "192.168.0.0/16",
	"192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
	"2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20",
)

// global is the only part of IPv6 that is given out for public use.
var global = netip.MustParsePrefix("2000::/3")

func prefixes(texts ...string) []netip.Prefix {
	list := make([]netip.Prefix, len(texts))
	for i, text := range texts {
		list[i] = netip.MustParsePrefix(text)
	}
	return list
}

// A guard says where may be sent to.
type guard struct {
	allow []netip.Prefix // exempt from the refused networks
	ports []int
}

// newGuard reads the settings.
func newGuard(c Config) (guard, error) {
	g := guard{}
	for _, text := range c.Allow {
		p, err := netip.ParsePrefix(text)
		if err != nil {
			return g, fmt.Errorf("callbacks.allow: %q is not a network such as 10.1.0.0/16", text)
		}
		g.allow = append(g.allow, p.Masked())
	}
	for _, text := range c.Ports {
		port, err := strconv.ParseUint(text, 10, 16)
		if err != nil || port == 0 {
			return g, fmt.Errorf("callbacks.ports: %q is not from 1 to 65535", text)
		}
		g.ports = append(g.ports, int(port))
	}
	return g, nil
}

// mayDial reports whether a connection to the address may be made.
func (g guard) mayDial(a netip.AddrPort) bool {
	ip := a.Addr().Unmap()
	if !ip.IsValid() || ip.Zone() != "" || !slices.Contains(g.ports, int(a.Port())) {
		return false
	}
	holds := func(p netip.Prefix) bool { return p.Contains(ip) }
	if slices.ContainsFunc(g.allow, holds) {
		return true
	}
	return (ip.Is4() || global.Contains(ip)) && !slices.ContainsFunc(refused, holds)
}

// control is a net.Dialer's: it sees the address that is about to be dialled,
// after the name was resolved, so that a name cannot lead elsewhere later.
func (g guard) control(_, address string, _ syscall.RawConn) error {
	a, err := netip.ParseAddrPort(address)
	if err != nil || !g.mayDial(a) {
		return fmt.Errorf("%w: %s", ErrAddress, address)
	}
	return nil
}

// maxURL bounds a receiver's address, in bytes.
const maxURL = 2048

// checkURL refuses what cannot be a receiver before anything is promised.
func (g guard) checkURL(text string) error {
	u, err := url.Parse(text)
	switch {
	case len(text) > maxURL:
		return fmt.Errorf("%w: longer than %d bytes", ErrAddress, maxURL)
	case err != nil || u.Opaque != "" || u.Hostname() == "":
		return fmt.Errorf("%w: not an absolute URL", ErrAddress)
	case u.Scheme != "https" && u.Scheme != "http":
		return fmt.Errorf("%w: neither https nor http", ErrAddress)
	case u.User != nil || u.Fragment != "":
		return fmt.Errorf("%w: with a user or a fragment in it", ErrAddress)
	}
	port := map[string]int{"https": 443, "http": 80}[u.Scheme]
	if u.Port() != "" {
		if port, err = strconv.Atoi(u.Port()); err != nil {
			return fmt.Errorf("%w: not a port", ErrAddress)
		}
	}
	if !slices.Contains(g.ports, port) {
		return fmt.Errorf("%w: port %d is not in callbacks.ports", ErrAddress, port)
	}
	if ip, err := netip.ParseAddr(u.Hostname()); err == nil && !g.mayDial(netip.AddrPortFrom(ip, uint16(port))) {
		return fmt.Errorf("%w: a network that callbacks may not reach", ErrAddress)
	}
	return nil
}

// dialer is a net.Dialer behind the guard.
func (g guard) dialer() *net.Dialer { return &net.Dialer{Control: g.control} }
