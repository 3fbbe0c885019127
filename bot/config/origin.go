package config

import "os"

// A Layer is a kind of place that a value can come from, lowest first.
type Layer int

// The layers, each winning over those before it.
const (
	LayerDefault Layer = iota
	LayerFile
	LayerEnvironment
	LayerFlag
)

// An Origin is the place that a setting's value came from.
type Origin struct {
	Layer Layer
	Place string // "settings.yaml:12", "ALINTI_LISTEN", "--listen"; empty for a default
}

func (o Origin) String() string {
	switch o.Layer {
	case LayerDefault:
		return "default"
	case LayerEnvironment:
		return "environment " + o.Place
	default:
		return o.Place
	}
}

// origin tells which layer viper takes the key's value from. An empty
// environment variable counts as unset, for viper too.
func (l *loader) origin(key string) Origin {
	for _, f := range l.src.Flags {
		if f.Key == key {
			return Origin{LayerFlag, f.Name}
		}
	}
	if os.Getenv(envName(key)) != "" {
		return Origin{LayerEnvironment, envName(key)}
	}
	if place := l.lines[key]; place != "" {
		return Origin{LayerFile, place}
	}
	return Origin{Layer: LayerDefault}
}
