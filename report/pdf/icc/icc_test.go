package icc

import (
	"bytes"
	"encoding/binary"
	"testing"
)

func TestTheProfileHoldsTogether(t *testing.T) {
	p := SRGB()
	be := binary.BigEndian
	if int(be.Uint32(p)) != len(p) || string(p[36:40]) != "acsp" || string(p[16:20]) != "RGB " {
		t.Fatalf("%d bytes, header %q", len(p), p[:40])
	}
	tags := map[string]bool{}
	const header, entry = 128, 12
	for i := range int(be.Uint32(p[header:])) {
		e := p[header+4+i*entry:]
		from, size := int(be.Uint32(e[4:])), int(be.Uint32(e[8:]))
		tags[string(e[:4])] = true
		if from+size > len(p) || from%4 != 0 {
			t.Errorf("%s stands at %d with %d bytes of %d", e[:4], from, size, len(p))
		}
	}
	for _, need := range []string{"desc", "cprt", "wtpt", "rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC"} {
		if !tags[need] {
			t.Errorf("no %s", need)
		}
	}
	if !bytes.Equal(p, SRGB()) {
		t.Error("differs from one call to the next")
	}
}
