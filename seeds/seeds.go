// Package seeds embeds the articles that the program answers from when it is
// given no others, and the manifest that names them. It knows nothing about
// what they are: corpus.Load reads [FS].
package seeds

import "embed"

// FS holds the articles, byte for byte, and manifest.json.
//
//go:embed *.txt manifest.json
var FS embed.FS
