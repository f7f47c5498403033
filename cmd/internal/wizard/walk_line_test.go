package wizard

import (
	"bytes"
	"io"
	"regexp"
	"strings"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/cmd/internal/desk/desktest"
	"digitalkompass/cmd/internal/prompt"
	"digitalkompass/questionnaire/i18n"
)

// liner is line mode, driven line by line.
type liner struct {
	d     *desktest.Desk
	lines chan string
	idle  chan struct{} // it waits for a line
	said  bytes.Buffer
	rest  []byte
	read  int    // so much of what was said was looked through
	found string // where it is by that
	done  chan error
}

func newLiner(d *desktest.Desk, start desk.Start) *liner {
	l := &liner{d: d, lines: make(chan string), idle: make(chan struct{}), done: make(chan error, 1)}
	go func() {
		l.done <- prompt.Run(d, start, prompt.Streams{In: l, Dialogue: &l.said, Result: io.Discard})
		close(l.idle)
	}()
	<-l.idle
	return l
}

// Read gives one line after the other, and says when there is none yet.
func (l *liner) Read(p []byte) (int, error) {
	if len(l.rest) == 0 {
		l.idle <- struct{}{}
		line, ok := <-l.lines
		if !ok {
			return 0, io.EOF
		}
		l.rest = []byte(line + "\n")
	}
	n := copy(p, l.rest)
	l.rest = l.rest[n:]
	return n, nil
}

func (l *liner) typeIn(line string) {
	l.lines <- line
	<-l.idle
}

// toResult answers what stands between the last question and the result, without going deeper and without the details
// for funding, which the wizard offers once and line mode each time.
func (l *liner) toResult() {
	for range 5 {
		lines := strings.Split(strings.TrimSpace(l.said.String()), "\n")
		last := lines[len(lines)-1]
		switch {
		case !strings.HasPrefix(last, "Ihre Wahl") && !strings.HasPrefix(last, "Your choice"):
			return
		case strings.HasPrefix(lines[len(lines)-2], "2: Später, beim Ergebnis") || strings.HasPrefix(lines[len(lines)-2], "2: Later, with the result"):
			l.typeIn("2")
		default:
			l.typeIn("1")
		}
	}
}

// passUnconfirmed goes on where line mode asks about answers that wait to be confirmed: it does each time, the wizard once.
func (l *liner) passUnconfirmed() {
	lines := strings.Split(strings.TrimSpace(l.said.String()), "\n")
	at := len(lines) - 4
	if at >= 0 && (strings.HasPrefix(lines[at], "1: Diese Antworten durchgehen") || strings.HasPrefix(lines[at], "1: Go over these answers")) {
		l.typeIn("3")
	}
}

func (l *liner) end() error {
	close(l.lines)
	return <-l.done
}

var heads = regexp.MustCompile(`(^|: |\. |Zur Förderung, |For funding, )(Frage|Angabe|Vertiefung|Question|Detail|Going deeper)[ ,]`)

// at is the item whose head was read last.
func (l *liner) at() string {
	fresh := l.said.String()[l.read:]
	l.read = l.said.Len()
	x := l.d.Bank().Index()
	for line := range strings.Lines(fresh) {
		if !heads.MatchString(line) {
			continue
		}
		most := 0
		for i, q := range x.Items {
			for class := -1; class < len(l.d.Bank().Classes); class++ {
				for _, text := range x.Shape(i, class).Wording.Text {
					text = strings.Join(strings.Fields(i18n.Printable(text)), " ")
					if len(text) > most && strings.Contains(line, text) {
						l.found, most = q.ID, len(text)
					}
				}
			}
		}
	}
	return l.found
}

// apart are the lines of one text from the first that is not in the other, a few of them.
func apart(a, b []byte) string {
	x, y := strings.Split(string(a), "\n"), strings.Split(string(b), "\n")
	i := 0
	for i < len(x) && i < len(y) && x[i] == y[i] {
		i++
	}
	return strings.Join(x[max(0, i-2):min(len(x), i+3)], "\n")
}
