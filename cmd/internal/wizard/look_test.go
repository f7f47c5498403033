package wizard

import (
	"fmt"
	"testing"
	"time"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/cmd/internal/desk/desktest"
	"digitalkompass/scoring/offer"
)

var offerNone offer.Catalogue
var clock = time.Date(2026, 11, 22, 9, 12, 0, 0, time.UTC)

func TestLook(t *testing.T) {
	dd := desktest.Shipped(t, dataFiles)
	dd.Keep(dd.Sample)
	d := drive(t, dd, desk.Start{})
	show := func() { fmt.Println(d.see()) }
	show()
	d.press("enter")
	show()
	d.press("g", "video")
	show()
	d.press("enter")
	show()
	d.size(60, 20)
	show()
	d.size(80, 24)
	d.press("g", "zwei-faktor", "enter")
	show()
	d.size(60, 20)
	show()
	d.size(80, 24)
	d.press("h")
	show()
	d.press("esc", "w", "e")
	show()
	d.press("end", "enter")
	show()
	d.press("esc", "3")
	show()
	d.press("4")
	show()
	d.press("end")
	show()
	d.press("a")
	show()
	d.size(60, 20)
	show()
	d.press("e")
	show()
	d.press("2")
	show()
	d.press("3")
	show()
	d.press("4")
	show()
	d.size(40, 9)
	show()
	d.size(120, 40)
	d.press("1")
	show()
	d.press("l")
	show()
	d.press("a")
	show()
}
