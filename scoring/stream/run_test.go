package stream

import (
	"bytes"
	"errors"
	"io"
	"math"
	"os"
	"reflect"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/questionnaire/source"
	"digitalkompass/scoring"
)

func newJob(t testing.TB, b *questionnaire.Bank) *Job {
	t.Helper()
	var d source.Diagnostics
	words := i18n.LoadCatalogue(os.DirFS("../../data/locales"), &d)
	if words == nil {
		t.Fatal(d.All())
	}
	return &Job{Forms: []Form{{b, scoring.Compile(b)}}, Workers: 2, Printer: func() *i18n.Printer { return words.Printer(i18n.English) }}
}

// numbers are the numbers of the lines of output.
func numbers(t *testing.T, out []byte) []int {
	t.Helper()
	var all []int
	for line := range bytes.Lines(out) {
		all = append(all, parse(t, line).Line)
	}
	return all
}

// slow readers give a few bytes at a time, as a terminal or a slow sender does.
type slow struct {
	r io.Reader
	n int
}

func (s slow) Read(p []byte) (int, error) { return s.r.Read(p[:min(len(p), s.n)]) }

func TestOrderOfTheInput(t *testing.T) {
	b := shipped(t)
	job := newJob(t, b)
	m := newMaker(b, 4)
	var in bytes.Buffer
	var want []int
	for i := range 300 {
		switch {
		case i%10 == 3:
			in.WriteString("\r\n")
			continue
		case i%10 == 6:
			in.WriteString("{broken\n")
		default:
			in.Write(append(m.line(t), "\r\n"...))
		}
		want = append(want, i+1)
	}
	in.Write(m.line(t)) // without a line end
	want = append(want, 301)
	var once []byte
	for _, workers := range []int{1, 2, 7} {
		for _, size := range []int{1 << 20, 4096, 700} {
			job.Workers = workers
			var out bytes.Buffer
			got, err := job.Run(slow{bytes.NewReader(in.Bytes()), size}, &out)
			if err != nil || got.Lines != 271 || got.Errors != 30 {
				t.Fatalf("%+v %v", got, err)
			}
			if !slices.Equal(numbers(t, out.Bytes()), want) {
				t.Fatalf("%d workers, %d bytes at a time: out of order", workers, size)
			}
			if once == nil {
				once = out.Bytes()
			}
			if !bytes.Equal(once, out.Bytes()) {
				t.Fatal("another result with other chunks")
			}
		}
	}
}

func TestTotalsAreThoseOfTheLines(t *testing.T) {
	b := shipped(t)
	job := newJob(t, b)
	m := newMaker(b, 5)
	in := append(bytes.Join(m.lines(t, 60), []byte("\n")), "\n[]\n"...)
	var out, none bytes.Buffer
	loud, err := job.Run(bytes.NewReader(in), &out)
	if err != nil {
		t.Fatal(err)
	}
	job.Quiet = true
	quiet, err := job.Run(bytes.NewReader(in), &none)
	if err != nil || none.Len() > 0 || !reflect.DeepEqual(loud, quiet) {
		t.Fatalf("%+v, want %+v; %v", quiet, loud, err)
	}
	sum, scored, certain, stages := 0.0, 0, 0, make([]int, len(b.Stages)+1)
	for line := range bytes.Lines(out.Bytes()) {
		r := parse(t, line)
		if r.Error != nil {
			continue
		}
		if score, err := strconv.ParseFloat(string(r.Points), 64); err == nil {
			sum, scored = sum+score, scored+1
		}
		if r.Certain {
			certain++
		}
		if r.Stage == nil {
			stages[0]++
		} else {
			stages[r.Stage.Level]++
		}
	}
	mean, _ := loud.Mean().Float64()
	if loud.Scored != scored || loud.Certain != certain || !slices.Equal(loud.Stages, stages) || math.Abs(mean-sum/float64(scored)) > 0.05 {
		t.Errorf("%+v, want %d %d %v %f", loud, scored, certain, stages, sum/float64(scored))
	}
	if loud.Results() != 60 || loud.Sure() == nil {
		t.Errorf("%+v", loud)
	}
	if empty := newTotals(job.Forms); empty.Mean() != nil || empty.Sure() != nil {
		t.Error("nothing has a mean")
	}
}

// A line that is too long is a line with an error, and costs no more memory than any other.
func TestLinesThatAreTooLong(t *testing.T) {
	b := shipped(t)
	job := newJob(t, b)
	fine := string(newMaker(b, 6).line(t)) + "\n"
	pad := func(n int) string { return strings.Repeat(" ", n) }
	for _, size := range []int{1 << 20, 50000} {
		in := fine + pad(MaxLine+1) + "\n" + fine + pad(9*MaxLine) + "\n" + fine + fine + pad(3*MaxLine)
		var out bytes.Buffer
		got, err := job.Run(slow{strings.NewReader(in), size}, &out)
		if err != nil || got.Lines != 7 || got.Errors != 3 {
			t.Fatalf("%+v %v", got, err)
		}
		if all := numbers(t, out.Bytes()); !slices.Equal(all, []int{1, 2, 3, 4, 5, 6, 7}) {
			t.Fatal(all)
		}
		for i, line := range slices.Collect(bytes.Lines(out.Bytes())) {
			if e := parse(t, line).Error; (e != nil) != (i == 1 || i == 3 || i == 6) || e != nil && e.Code != "line-long" {
				t.Errorf("line %d: %+v", i+1, e)
			}
		}
	}
	var out bytes.Buffer
	if _, err := job.Run(strings.NewReader(pad(MaxLine-len(fine))+fine), &out); err != nil || parse(t, out.Bytes()).Error != nil {
		t.Error("the longest line is too long")
	}
}

// failing is a reader or writer that fails after some bytes.
type failing struct {
	r    io.Reader
	left int
}

var errBroken = errors.New("broken")

func (f *failing) Read(p []byte) (int, error) {
	if f.left <= 0 {
		return 0, errBroken
	}
	n, err := f.r.Read(p[:min(len(p), f.left)])
	f.left -= n
	return n, err
}

func (f *failing) Write(p []byte) (int, error) {
	if f.left -= len(p); f.left < 0 {
		return 0, errBroken
	}
	return len(p), nil
}

func TestFailuresOfTheStreams(t *testing.T) {
	b := shipped(t)
	job := newJob(t, b)
	in := append(bytes.Join(newMaker(b, 8).lines(t, 50), []byte("\n")), '\n')
	if _, err := job.Run(&failing{r: bytes.NewReader(in), left: 20000}, io.Discard); !errors.Is(err, errBroken) {
		t.Errorf("reading: %v", err)
	}
	if _, err := job.Run(&again{data: in}, &failing{left: 100000}); !errors.Is(err, errBroken) {
		t.Errorf("writing: %v", err)
	}
}

func TestStoppedAndTold(t *testing.T) {
	b := shipped(t)
	job := newJob(t, b)
	in := append(bytes.Join(newMaker(b, 9).lines(t, 50), []byte("\n")), '\n')
	var told atomic.Int64
	job.Progress = func(n int) { told.Store(int64(n)) }
	job.Stopped = func() bool { return told.Load() > 100 }
	got, err := job.Run(&again{data: in}, io.Discard)
	if err != nil || got.Errors != 0 || int64(got.Lines) != told.Load() {
		t.Errorf("%+v %v, told %d", got, err, told.Load())
	}
}

// Memory does not grow with the input.
func TestConstantMemory(t *testing.T) {
	b := shipped(t)
	job := newJob(t, b)
	in := append(bytes.Join(newMaker(b, 10).lines(t, 50), []byte("\n")), '\n')
	peak := func(n int64) uint64 {
		var most uint64
		job.Progress = func(int) {
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			most = max(most, m.HeapInuse)
		}
		runtime.GC()
		if _, err := job.Run(io.LimitReader(&again{data: in}, n), io.Discard); err != nil {
			t.Fatal(err)
		}
		return most
	}
	short, long := peak(1<<20), peak(24<<20)
	if long > short+(16<<20) {
		t.Errorf("%d bytes for a long input, %d for a short one", long, short)
	}
}

type falling struct{}

func (falling) Read([]byte) (int, error) { panic("reading") }

// A mistake in one of the goroutines reaches the caller, with the place where it was made, and half a line is not written.
func TestPanicsReachTheCaller(t *testing.T) {
	bank := shipped(t)
	for name, c := range map[string]struct {
		in    io.Reader
		place string
	}{
		"reading": {falling{}, "falling.Read"},
		"scoring": {strings.NewReader("{}\nno line\n"), "(*worker).work"},
	} {
		t.Run(name, func(t *testing.T) {
			job, out := newJob(t, bank), &bytes.Buffer{}
			job.Printer = func() *i18n.Printer { return nil } // which the words for a broken line need
			defer func() {
				fallen, ok := recover().(*Fallen)
				if !ok {
					t.Fatal("no panic")
				}
				if value, stack := fallen.Origin(); value == nil || !strings.Contains(string(stack), c.place) {
					t.Errorf("%v at\n%s", value, stack)
				}
				if out.Len() > 0 {
					t.Errorf("written: %s", out)
				}
			}()
			_, _ = job.Run(c.in, out)
		})
	}
}
