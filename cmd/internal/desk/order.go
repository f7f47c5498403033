package desk

import (
	"slices"

	"digitalkompass/questionnaire/i18n"
)

// Format is a format of reports by its name, which is also the ending of its files. Its message is below "format.".
type Format string

// The formats. Text is for screen readers and braille lines.
const (
	PDF      Format = "pdf"
	HTML     Format = "html"
	Word     Format = "docx"
	Excel    Format = "xlsx"
	Markdown Format = "md"
	Text     Format = "txt"
	CSV      Format = "csv"
	JSON     Format = "json"
)

// Formats are all of them, the usual one first.
var Formats = []Format{PDF, HTML, Word, Excel, Markdown, Text, CSV, JSON}

// Key is the message that says what a format is good for.
func (f Format) Key() i18n.Key { return i18n.Key("format." + string(f)) }

// Audience is somebody whom a report can be for.
type Audience struct {
	ID    string
	Title i18n.Text
	About i18n.Text // completes "a report for …": what it is for
}

// Order says how a report is wanted. The zero value is a PDF for everybody, beside the answers.
type Order struct {
	Folder   string   // where to, "" for beside the session's file
	Formats  []Format // a file for each; none for a PDF alone
	Audience string   // by its id, "" for everybody: nothing is left out
	Create   bool     // the folder is made where it is not there, but not the one it lies in
}

// Wanted are the formats of an order, each once, in their usual order.
func (o Order) Wanted() []Format {
	var out []Format
	for _, f := range Formats {
		if slices.Contains(o.Formats, f) {
			out = append(out, f)
		}
	}
	if len(out) == 0 {
		out = []Format{PDF}
	}
	return out
}

// For is an order for another audience, and the formats it had to give up because they are not for that audience.
func (o Order) For(d Desk, audience string) (Order, []Format) {
	o.Audience = audience
	var left, gone []Format
	for _, f := range o.Wanted() {
		if slices.Contains(d.Formats(audience), f) {
			left = append(left, f)
		} else {
			gone = append(gone, f)
		}
	}
	o.Formats = left
	return o, gone
}

// Written are the files of a report.
type Written struct {
	Files  []File // one for each format, in the order of Formats
	Folder string // where they lie
	Told   []i18n.Message
}

// File is one of them.
type File struct {
	Path   string
	Format Format
	Pages  int // 0 where it has none
}
