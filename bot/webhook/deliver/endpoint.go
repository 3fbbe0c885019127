package deliver

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// isEndpointName reports whether a receiver of the settings may be called so.
func isEndpointName(s string) bool {
	const signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-"
	return s != "" && len(s) <= 64 && strings.Trim(s, signs) == ""
}

// newEndpoints reads the receivers of the settings, each NAME=URL. An error
// never shows the address, which may hold a key of its own.
func newEndpoints(texts []string, g guard) (map[string]string, error) {
	all := map[string]string{}
	for i, text := range texts {
		name, url, ok := strings.Cut(text, "=")
		if !ok || !isEndpointName(name) {
			return nil, fmt.Errorf("callbacks.endpoints: number %d is not NAME=URL with a name of 1 to 64 letters, digits and -_. characters", i+1)
		}
		if all[name] != "" {
			return nil, fmt.Errorf("callbacks.endpoints: %s is there twice", name)
		}
		if err := g.checkURL(url); err != nil {
			return nil, fmt.Errorf("callbacks.endpoints: %s: %w", name, err)
		}
		all[name] = url
	}
	return all, nil
}

// Endpoint is the address of a receiver that the settings name.
func (d *Dispatcher) Endpoint(name string) (url string, ok bool) {
	url, ok = d.endpoints[name]
	return url, ok
}

// Endpoints are the names of the receivers in the settings, in order.
func (d *Dispatcher) Endpoints() []string { return slices.Sorted(maps.Keys(d.endpoints)) }

// TakesAnyURL reports whether a request may bring an address of its own.
func (d *Dispatcher) TakesAnyURL() bool { return d.config.AnyURL }
