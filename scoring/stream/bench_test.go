package stream

import (
	"bytes"
	"io"
	"testing"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/source"
)

// lines are what the benchmarks read: about as many as are under way at a time.
const lines = 500

// BenchmarkDecode reads lines into sheets.
func BenchmarkDecode(b *testing.B) {
	bank := shipped(b)
	in := newMaker(bank, 1).lines(b, lines)
	d, n, i := newDecoder(bank), 0, 0
	for b.Loop() {
		line := in[i%len(in)]
		if !d.read(line) {
			b.Fatal("not read")
		}
		n, i = n+len(line), i+1
	}
	b.SetBytes(int64(n / i))
}

// BenchmarkDecodeFully is the same with the reader that judges files.
func BenchmarkDecodeFully(b *testing.B) {
	bank := shipped(b)
	in := newMaker(bank, 1).lines(b, lines)
	i := 0
	for b.Loop() {
		var d source.Diagnostics
		questionnaire.Decode("", in[i%len(in)], bank, &d)
		i++
	}
}

// BenchmarkScore scores sheets.
func BenchmarkScore(b *testing.B) {
	bank := shipped(b)
	m, x, d := newMaker(bank, 1), newJob(b, bank).Forms[0].Engine.Scorer(), newDecoder(bank)
	var sheets []*questionnaire.Sheet
	for range lines {
		sheets = append(sheets, d.index.Sheet(m.assessment()))
	}
	i := 0
	for b.Loop() {
		x.Score(sheets[i%len(sheets)])
		i++
	}
}

// BenchmarkStream does it all, on all cores; one operation is one line.
func BenchmarkStream(b *testing.B) {
	bank := shipped(b)
	job := newJob(b, bank)
	once := append(bytes.Join(newMaker(bank, 1).lines(b, lines), []byte("\n")), '\n')
	b.SetBytes(int64(len(once) / lines))
	b.ResetTimer()
	got, err := job.Run(io.LimitReader(&again{data: once}, int64(b.N)*int64(len(once)/lines)), io.Discard)
	if err != nil || got.Lines == 0 {
		b.Fatal(got, err)
	}
	b.ReportMetric(float64(got.Lines)/b.Elapsed().Seconds(), "lines/s")
}

// again is the same data without end.
type again struct {
	data []byte
	at   int
}

func (r *again) Read(p []byte) (int, error) {
	n := copy(p, r.data[r.at:])
	r.at = (r.at + n) % len(r.data)
	return n, nil
}
