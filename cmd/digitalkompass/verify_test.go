package main

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var packed = regexp.MustCompile(`/Length (\d+)>>\nstream\n`)

// replant changes the content of the first compressed stream in which change finds something, and packs it again.
func replant(t *testing.T, document []byte, change func(string) string) []byte {
	t.Helper()
	for _, at := range packed.FindAllSubmatchIndex(document, -1) {
		var size int
		if _, err := fmt.Sscan(string(document[at[2]:at[3]]), &size); err != nil {
			t.Fatal(err)
		}
		z, err := zlib.NewReader(bytes.NewReader(document[at[1] : at[1]+size]))
		if err != nil {
			continue
		}
		text, err := io.ReadAll(z)
		if err != nil {
			t.Fatal(err)
		}
		other := change(string(text))
		if other == string(text) {
			continue
		}
		var again bytes.Buffer
		w := zlib.NewWriter(&again)
		if _, err := io.WriteString(w, other); err != nil || w.Close() != nil {
			t.Fatal(err)
		}
		return bytes.Join([][]byte{document[:at[2]], fmt.Append(nil, again.Len()), document[at[3]:at[1]], again.Bytes(), document[at[1]+size:]}, nil)
	}
	t.Fatal("nothing to change")
	return nil
}

// in replaces words in the stream that has a mark.
func in(mark, old, new string) func(string) string {
	return func(s string) string {
		if !strings.Contains(s, mark) {
			return s
		}
		return strings.Replace(s, old, new, 1)
	}
}

func TestVerifyFindsWhatWasChanged(t *testing.T) {
	dir := t.TempDir()
	if err := writeCases(shippedBank(t), dir); err != nil {
		t.Fatal(err)
	}
	write := func(name string, args ...string) []byte {
		t.Helper()
		out := filepath.Join(dir, name+".pdf")
		if status, _, stderr := call(dir, "", append([]string{"report", filepath.Join(dir, name+".kompass.json"), "--on", "2026-11-22", "-o", out}, args...)...); status != 0 {
			t.Fatal(stderr)
		}
		data, err := os.ReadFile(out)
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	metal, hotel := write("metallbau-35"), write("hotel-28")
	const result, answers = `"digitalkompass.result/1"`, `"digitalkompass.assessment/1"`
	verify := func(document []byte) (int, string) {
		file := filepath.Join(dir, "given.pdf")
		if err := os.WriteFile(file, document, 0o600); err != nil {
			t.Fatal(err)
		}
		status, stdout, stderr := call(dir, "", "verify", file)
		return status, stdout + stderr
	}
	for _, whole := range [][]byte{metal, hotel} {
		if status, said := verify(whole); status != 0 || !strings.Contains(said, "stimmt überein") {
			t.Errorf("untouched: %d, %s", status, said)
		}
	}
	carriesResult := func(s string) bool { return strings.Contains(s, result) }
	var otherResult string
	replant(t, hotel, func(s string) string {
		if carriesResult(s) {
			otherResult = s
			return s + " "
		}
		return s
	})
	for _, x := range []struct {
		name string
		with []byte
		says string // what the program says of it
	}{
		{"the score", replant(t, metal, in(result, `"score": 53.3`, `"score": 73.3`)), "/score: im Bericht 73.3, nachgerechnet 53.3"},
		{"the stage", replant(t, metal, in(result, `"level": 2`, `"level": 3`)), "/stage/level"},
		{"an end of the interval", replant(t, metal, in(result, `"low": 53.3`, `"low": 50.3`)), "/interval/score/low"},
		{"a line of the trail", replant(t, metal, in(result, `"earned": "`, `"earned": "1`)), "/trail/0/earned"},
		{"a module", replant(t, metal, in(result, `"recommended": true`, `"recommended": false`)), "/modules/0/recommended"},
		{"the day", replant(t, metal, in(result, `"evaluated_on": "2026-11-22"`, `"evaluated_on": "2024-01-01"`)), "nicht mit den Regeln überein"},
		{"the version of the questions", replant(t, metal, in(result, `"version": "1.0.0"`, `"version": "1.0.1"`)), "Fassung 1.0.1"},
		{"an answer", replant(t, metal, in(answers, `"written-down"`, `"none"`)), ""},
		{"an answer that does not exist", replant(t, metal, in(answers, `"written-down"`, `"gold"`)), "gold"},
		{"the number of staff", replant(t, metal, in(answers, `"employees": 35`, `"employees": 36`)), ""},
		{"all of the result", replant(t, metal, func(s string) string {
			if carriesResult(s) {
				return otherResult
			}
			return s
		}), "nicht mit den Regeln überein"},
		{"a note", replant(t, metal, in(answers, `"value": "written-down"`, `"value": "written-down", "note": "x"`)), ""},
		{"what a page shows", replant(t, metal, func(s string) string { return strings.Replace(s, " Tj", " Tj 1 0 0 1 0 0 cm", 1) }), "Seiten oder Beilagen wurden verändert"},
		{"the title", bytes.Replace(metal, []byte("Selbsteinsch"), []byte("Selbsteinsxh"), 1), "Seiten oder Beilagen wurden verändert"},
	} {
		if status, said := verify(x.with); status != 3 || !strings.Contains(said, x.says) {
			t.Errorf("%s: %d, %s", x.name, status, said)
		}
	}
}
