package cli

import (
	"bytes"
	"strings"
	"sync"
	"testing"
	"time"
)

// Two runs in one process do not disturb each other; the race detector looks at what they share.
func TestRunsBesideEachOther(t *testing.T) {
	t.Parallel()
	var wg sync.WaitGroup
	outs := make([]bytes.Buffer, 4)
	for i := range outs {
		wg.Go(func() {
			env := Env{In: strings.NewReader(""), Out: &outs[i], Err: &outs[i], Getenv: func(string) string { return "" }, Now: time.Now,
				Terminal: func() bool { return false }}
			if status := Main([]string{"--help"}, env); status != 0 {
				t.Errorf("run %d ended with %d", i, status)
			}
		})
	}
	wg.Wait()
	for i := range outs {
		if outs[i].Len() == 0 || outs[i].String() != outs[0].String() {
			t.Errorf("run %d said\n%s\nthe first\n%s", i, outs[i].String(), outs[0].String())
		}
	}
}
