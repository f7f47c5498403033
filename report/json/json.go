// Package json writes a result for machines.
package json

import (
	_ "embed"
	"encoding/json"
	"io"

	"digitalkompass/report"
)

//go:embed result.schema.json
var schema []byte

// Schema is the JSON Schema (2020-12) of what Write writes.
func Schema() []byte { return schema }

// Write writes a record, indented, with a line break at its end. The same record gives the same bytes.
func Write(w io.Writer, r report.Record) error { return write(w, r) }

// WriteWhatIf writes what other answers would change.
func WriteWhatIf(w io.Writer, r report.RecordWhatIf) error { return write(w, r) }

func write(w io.Writer, r any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(r)
}
