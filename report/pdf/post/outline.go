package post

import (
	"bytes"
	"fmt"
	"regexp"
	"strconv"

	"digitalkompass/questionnaire/pattern"
)

var (
	reCount = pattern.Late(`/Count 0>>`)
	reFirst = pattern.Late(`/First (\d+) 0 R`)
	reNext  = pattern.Late(`/Next (\d+) 0 R`)
)

func refOf(re *regexp.Regexp, b []byte) int {
	if m := re.FindSubmatch(b); m != nil {
		n, _ := strconv.Atoi(string(m[1]))
		return n
	}
	return 0
}

// fixOutline gives the outline real /Count entries (gofpdf writes "/Count 0"
// in every item and none in the root), all levels open.
func fixOutline(obj [][]byte) {
	for i, b := range obj {
		if !bytes.HasPrefix(b, []byte("<</Type /Outlines")) {
			continue
		}
		var walk func(n int) int
		walk = func(n int) (total int) {
			for ; n > 0; n = refOf(reNext(), obj[n]) {
				k := walk(refOf(reFirst(), obj[n]))
				c := ""
				if k > 0 {
					c = fmt.Sprintf("/Count %d", k)
				}
				obj[n] = reCount().ReplaceAll(obj[n], []byte(c+">>"))
				total += 1 + k
			}
			return total
		}
		k := walk(refOf(reFirst(), b))
		b = bytes.TrimSuffix(bytes.TrimSpace(b), []byte(">>"))
		obj[i] = []byte(fmt.Sprintf("%s /Count %d>>\n", b, k))
	}
}
