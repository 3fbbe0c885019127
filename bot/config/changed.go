package config

import "reflect"

// Changed lists the keys whose values differ, in the order of [Config].
func Changed(a, b Config) []string {
	x, y := reflect.ValueOf(a), reflect.ValueOf(b)
	var keys []string
	for _, f := range fields() {
		if !reflect.DeepEqual(f.in(x).Interface(), f.in(y).Interface()) {
			keys = append(keys, f.key)
		}
	}
	return keys
}
