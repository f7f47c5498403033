package pdf

import (
	"bytes"
	"testing"

	"digitalkompass/report/reporttest"
)

func readSample(t *testing.T, s reporttest.Sample, files ...File) *reading {
	t.Helper()
	return readFile(t, fileOf(t, s, files...))
}

func readFile(t *testing.T, file []byte) *reading {
	t.Helper()
	p, err := parse(file)
	if err != nil {
		t.Fatal(err)
	}
	return read(p)
}

func complain(t *testing.T, r *reading) {
	t.Helper()
	for _, rule := range rules {
		for _, f := range rule.check(r) {
			t.Errorf("%s: %s", rule.name, f)
		}
	}
}

// What a machine can check of PDF/UA-1 and PDF/A holds for the finished files.
func TestAccessible(t *testing.T) {
	for _, s := range samples(t) {
		t.Run(s.Name, func(t *testing.T) { complain(t, readSample(t, s)) })
	}
}

func fileOf(t *testing.T, s reporttest.Sample, files ...File) []byte {
	t.Helper()
	var b bytes.Buffer
	if _, err := Write(&b, s.Document(), s.Printer, files...); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
