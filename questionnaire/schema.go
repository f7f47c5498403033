package questionnaire

import (
	"embed"
	"path"
	"slices"
	"strings"
)

//go:embed schema/*.schema.json
var schemas embed.FS

const schemaEnding = ".schema.json"

// Schema is the JSON Schema (2020-12) of a kind of file: bank, dimension, profile, glossary, cases, reuse, texts,
// fingerprints, assessment; false for any other name.
func Schema(name string) ([]byte, bool) {
	if !slices.Contains(SchemaNames(), name) {
		return nil, false
	}
	data, err := schemas.ReadFile(path.Join("schema", name+schemaEnding))
	return data, err == nil
}

// SchemaNames lists the schemas, in order.
func SchemaNames() []string {
	entries, _ := schemas.ReadDir("schema")
	var out []string
	for _, e := range entries {
		out = append(out, strings.TrimSuffix(e.Name(), schemaEnding))
	}
	return out
}
