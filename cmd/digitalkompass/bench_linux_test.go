package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// BenchmarkFirstFrame is the time from the start of the process to the first picture in a real terminal that answers no
// questions: at the welcome screen, and with a draft in the middle of it.
func BenchmarkFirstFrame(b *testing.B) {
	build(b)
	home := b.TempDir()
	if err := writeCases(shippedBank(b), home); err != nil {
		b.Fatal(err)
	}
	for name, c := range map[string]struct {
		home, awaits string
		args         []string
	}{
		"welcome": {home: b.TempDir(), awaits: "Kurzer Weg"},
		"draft":   {home: home, awaits: "Wie heißt", args: []string{"run", filepath.Join(home, "metallbau-35.kompass.json")}},
	} {
		b.Run(name, func(b *testing.B) {
			var busy time.Duration
			for b.Loop() {
				r := inTerminal(b, c.home, c.args...)
				r.await(c.awaits)
				b.StopTimer()
				_ = r.cmd.Process.Kill()
				r.ends(-1)
				busy += r.cmd.ProcessState.UserTime() + r.cmd.ProcessState.SystemTime()
				b.StartTimer()
			}
			b.ReportMetric(float64(busy.Microseconds())/1000/float64(b.N), "ms-cpu/op")
		})
	}
}

// BenchmarkKey is the time from a key to its picture, saved before it is drawn.
func BenchmarkKey(b *testing.B) {
	build(b)
	r := inTerminal(b, b.TempDir(), "--path", "quick")
	r.await("Wie heißt")
	typed := ""
	for i := 0; b.Loop(); i++ {
		c := string(rune('a' + i%26))
		if i%40 == 0 {
			b.StopTimer()
			r.send(strings.Repeat("\x7f", len(typed)))
			time.Sleep(100 * time.Millisecond)
			typed = ""
			b.StartTimer()
		}
		typed += c
		r.send(c)
		r.await(typed + "_")
		b.StopTimer()
		time.Sleep(time.Duration(5+i%13) * time.Millisecond) // at any time of a frame
		b.StartTimer()
	}
}

// BenchmarkIdle is how much of a core the program takes while nobody does anything.
func BenchmarkIdle(b *testing.B) {
	build(b)
	r := inTerminal(b, b.TempDir())
	r.await("Kurzer Weg")
	time.Sleep(time.Second)
	var busy, total time.Duration
	for b.Loop() {
		before := cpuTime(b, r.cmd.Process.Pid)
		time.Sleep(2 * time.Second)
		busy, total = busy+cpuTime(b, r.cmd.Process.Pid)-before, total+2*time.Second
	}
	b.ReportMetric(100*busy.Seconds()/total.Seconds(), "%cpu")
}

// cpuTime is how long all threads of a process have run.
func cpuTime(b *testing.B, pid int) time.Duration {
	b.Helper()
	threads, _ := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/schedstat", pid))
	var sum time.Duration
	for _, f := range threads {
		text, err := os.ReadFile(f)
		if err != nil {
			continue
		}
		n, _ := strconv.ParseInt(strings.Fields(string(text))[0], 10, 64)
		sum += time.Duration(n)
	}
	return sum
}

// build makes the program itself the one that is measured: this test binary holds more, and starts more slowly.
func build(b *testing.B) {
	b.Helper()
	if os.Getenv(binaryVariable) != "" {
		return
	}
	file := filepath.Join(b.TempDir(), program)
	if out, err := exec.Command("go", "build", "-trimpath", "-o", file, ".").CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	b.Setenv(binaryVariable, file)
}
