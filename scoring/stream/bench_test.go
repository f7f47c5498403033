package stream

import "testing"

func BenchmarkDecode(b *testing.B) {
	bank := shipped(b)
	lines := newMaker(bank, 1).lines(b, 500)
	d, n, i := newDecoder(bank), 0, 0
	for b.Loop() {
		line := lines[i%len(lines)]
		if !d.read(line) {
			b.Fatal("not read")
		}
		n, i = n+len(line), i+1
	}
	b.SetBytes(int64(n / i))
}
