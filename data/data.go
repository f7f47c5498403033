// Package data embeds everything the program knows: banks, offers and the words of its faces.
package data

import "embed"

//go:embed all:banks all:benchmarks all:offers all:locales
var files embed.FS

// Files is the tree of shipped data: banks/<bank>/, benchmarks/, offers/, locales/<language>/.
func Files() embed.FS { return files }
