package stream

import (
	"io"
	"runtime/debug"
	"sync"
	"sync/atomic"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/scoring"
)

// Job is a stream of assessments to score.
type Job struct {
	Forms    []Form               // the bank and its variants: each line is scored by the one that it names
	Printer  func() *i18n.Printer // a new one for each worker
	Workers  int
	Quiet    bool            // writes no lines, only counts
	Progress func(lines int) // is told how many lines are done; nil for nobody
	Stopped  func() bool     // says that the rest is not wanted any more; nil for never
}

// Form is a bank, or a variant of it, with its engine.
type Form struct {
	Bank   *questionnaire.Bank
	Engine *scoring.Engine
}

// Run reads a line at a time from r and writes a line for each to w, in order. It keeps a fixed number of chunks under
// way, so that memory does not grow with the input. The error is that of reading or of writing.
func (j *Job) Run(r io.Reader, w io.Writer) (Totals, error) {
	p := &pipeline{job: j, in: splitter{r: r}, free: make(chan *chunk, 2*j.Workers), jobs: make(chan *chunk, 2*j.Workers),
		order: make(chan *chunk, 2*j.Workers), broken: make(chan struct{})}
	for range cap(p.free) {
		p.free <- &chunk{done: make(chan struct{}, 1)}
	}
	workers := make([]*worker, j.Workers)
	var wait sync.WaitGroup
	for i := range workers {
		workers[i] = j.worker()
		wait.Go(func() {
			for c := range p.jobs {
				p.guard(func() { workers[i].work(c) })
				c.done <- struct{}{}
			}
		})
	}
	go p.read()
	err := p.write(w)
	wait.Wait()
	if f := p.fallen.Load(); f != nil {
		panic(f)
	}
	totals := newTotals(j.Forms)
	for _, x := range workers {
		totals.merge(&x.totals)
	}
	if err == nil {
		err = p.in.failure()
	}
	return totals, err
}

// pipeline passes chunks round: from the reader to any worker and, in the order of the input, to the writer, which gives
// them back.
type pipeline struct {
	job               *Job
	in                splitter
	free, jobs, order chan *chunk
	broken            chan struct{} // closed when writing has failed
	fallen            atomic.Pointer[Fallen]
}

// Fallen is what Run panics with when one of its goroutines did: a mistake in the program, for its caller to catch.
type Fallen struct {
	Value any
	Stack []byte // of the goroutine that fell
}

// Origin is what the goroutine panicked with, and where.
func (f *Fallen) Origin() (value any, stack []byte) { return f.Value, f.Stack }

// guard runs f; its panic, the first of all, is kept for Run, and nothing more is read.
func (p *pipeline) guard(f func()) {
	defer func() {
		if x := recover(); x != nil {
			p.fallen.CompareAndSwap(nil, &Fallen{Value: x, Stack: debug.Stack()})
		}
	}()
	f()
}

// read hands out chunks until the input ends or nobody wants more.
func (p *pipeline) read() {
	defer close(p.order)
	defer close(p.jobs)
	for {
		var c *chunk
		select {
		case c = <-p.free:
		case <-p.broken:
			return
		}
		more := false
		p.guard(func() { more = p.in.next(c) })
		if !more || p.stopped() {
			return
		}
		p.jobs <- c
		p.order <- c
	}
}

func (p *pipeline) stopped() bool {
	return p.fallen.Load() != nil || p.job.Stopped != nil && p.job.Stopped()
}

// write writes what is done, in order.
func (p *pipeline) write(w io.Writer) (err error) {
	for c := range p.order {
		<-c.done
		if err == nil && len(c.out) > 0 && p.fallen.Load() == nil {
			if _, err = w.Write(c.out); err != nil {
				close(p.broken)
			}
		}
		if p.job.Progress != nil && err == nil {
			p.job.Progress(c.first + c.lines() - 1)
		}
		p.free <- c
	}
	return err
}
