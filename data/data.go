// Package data embeds everything the program knows: banks, offers and the words of its faces.
package data

import "embed"

//go:embed all:audiences all:banks all:benchmarks all:offers all:locales all:prose
var files embed.FS

//go:embed index.bin
var index string

// Files is the tree of shipped data: audiences/<audience>.yaml, banks/<bank>/, benchmarks/, offers/, locales/<language>/, prose/<language>.yaml.
func Files() embed.FS { return files }

// Index spares the start of the program the work of parsing the files. It is made of them by
// `go test ./cmd/internal/cli -run Index -update`; a file that was changed since is parsed.
func Index() string { return index }
