// Package data embeds everything the program knows: banks, offers and the words of its faces.
package data

import "embed"

//go:embed all:audiences all:banks all:benchmarks all:offers all:locales all:prose
var files embed.FS

// Files is the tree of shipped data: audiences/<audience>.yaml, banks/<bank>/, benchmarks/, offers/, locales/<language>/, prose/<language>.yaml.
func Files() embed.FS { return files }
