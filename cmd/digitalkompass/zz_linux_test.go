package main
import ("testing";"fmt";"os")
func TestZZ(t *testing.T){
 home := t.TempDir()
 w := open(t, home, usual)
 w.shows("Kurzer Weg"); fmt.Fprintln(os.Stderr,w.see())
 w.press("enter").shows("Angabe 1 von 9"); fmt.Fprintln(os.Stderr,w.see())
 fmt.Fprintln(os.Stderr, w.resize(60,20))
 fmt.Fprintln(os.Stderr, w.resize(200,60))
 fmt.Fprintln(os.Stderr, w.resize(40,9))
 fmt.Fprintln(os.Stderr, w.resize(80,24))
}
func TestZZ2(t *testing.T){
 home := t.TempDir()
 w := open(t, home, usual, "run","--bank","../../questionnaire/testdata/allbank")
 w.shows("Digital");
 w.until("x",func(s string)bool{return wholePicture(s,80,24)}); fmt.Fprintln(os.Stderr,w.see())
 w.press("enter").shows("Angabe 1 von"); fmt.Fprintln(os.Stderr,w.see())
}
