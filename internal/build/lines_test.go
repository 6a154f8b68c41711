package build

import (
	"cmp"
	"context"
	"encoding/xml"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const (
	cienfuegos = "../../../shared/essays/cienfuegos.txt"
	strivings  = "../../../shared/essays/dubois-strivings/plain.txt"
)

// TestPhrasesStandOnTheirLines reads the printed pages back: the essay's rows
// are counted from their places on the paper, held against the numbers printed
// in the margin, and then every “phrase” (line N) of worksheet, key and guide
// must stand on just those rows.
func TestPhrasesStandOnTheirLines(t *testing.T) {
	needTool(t, "pdftotext")
	for _, paper := range []string{"letter", "a4"} {
		for name, essay := range map[string]string{"applause": "", "cienfuegos": cienfuegos, "strivings": strivings} {
			t.Run(name+" on "+paper, func(t *testing.T) {
				if essay != "" {
					if _, err := os.Stat(essay); err != nil {
						t.Skip("the essays for testing are not here: ", err)
					}
				}
				dir := t.TempDir()
				built := mustBuild(t, Request{Targets: []string{name}, Essay: essay, PrintEssay: essay != "", Paper: paper, Out: dir})
				rows := essayRows(t, filepath.Join(dir, name, "worksheet.pdf"))
				if want := built.Essay.Lines; len(rows) != want {
					t.Fatalf("%d rows are printed, and the essay has %d lines", len(rows), want)
				}
				n := 0
				for _, f := range []string{"worksheet.pdf", "key.pdf", "guide.md", "exit-ticket.pdf", "handout.pdf"} {
					n += checkCites(t, f, documentText(t, filepath.Join(dir, name, f)), rows)
				}
				if n < 20 {
					t.Errorf("only %d phrases with lines were found in all documents", n)
				}
				t.Logf("%d cited phrases, %d lines", n, len(rows))
			})
		}
	}
}

func mustBuild(t *testing.T, r Request) *Built {
	t.Helper()
	all, err := Build(context.Background(), r)
	if err != nil {
		t.Fatal(err)
	}
	if len(all) != 1 || all[0].Stopped() {
		t.Fatalf("not built: %+v", all[0].Findings)
	}
	return all[0]
}

func needTool(t *testing.T, name string) {
	t.Helper()
	if _, err := exec.LookPath(name); err != nil {
		t.Skip(name + " is not installed")
	}
}

func documentText(t *testing.T, path string) string {
	t.Helper()
	if filepath.Ext(path) == ".md" {
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		return string(b)
	}
	out, err := exec.Command("pdftotext", "-raw", path, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

var cited = regexp.MustCompile(`“([^“”]+)” ?(?:[(,]|on) ?lines? (\d+)(?:–(\d+))?`)

// worth is what stands beside a question's first line, and may be painted between
// it and the next one.
var worth = regexp.MustCompile(`\b\d+ points? `)

// checkCites finds each phrase on its rows, and counts them.
func checkCites(t *testing.T, document, text string, rows []string) int {
	t.Helper()
	text = strings.Join(strings.Fields(strings.ReplaceAll(text, "\u00a0", " ")), " ")
	text = worth.ReplaceAllString(text, "")
	all := cited.FindAllStringSubmatch(text, -1)
	for _, m := range all {
		first, _ := strconv.Atoi(m[2])
		last := first
		if m[3] != "" {
			last, _ = strconv.Atoi(m[3])
		}
		if first < 1 || last > len(rows) || last < first {
			t.Errorf("%s: “%s” is said to be on lines %d–%d of %d", document, m[1], first, last, len(rows))
			continue
		}
		on := strings.Join(rows[first-1:last], " ")
		for _, part := range strings.Split(m[1], " … ") {
			if !strings.Contains(squeeze(on), squeeze(part)) {
				t.Errorf("%s: “%s” is not on lines %d–%d, which say %q", document, part, first, last, on)
			}
		}
		if last > first && strings.Contains(squeeze(strings.Join(rows[first:last], " ")), squeeze(m[1])) {
			t.Errorf("%s: “%s” doesn't begin on line %d", document, m[1], first)
		}
	}
	return len(all)
}

// squeeze leaves letters and figures only: a phrase printed on two lines of the
// key has its spaces elsewhere.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(" -–—‘’“”.,;:!?…()[]", r) {
			return -1
		}
		return r
	}, s)
}

type word struct {
	Left   float64 `xml:"xMin,attr"`
	Bottom float64 `xml:"yMax,attr"`
	Top    float64 `xml:"yMin,attr"`
	Text   string  `xml:",chardata"`
}

// essayRows gives the rows of the essay's column, first to last, and holds the
// numbers in the margin against their count.
func essayRows(t *testing.T, path string) []string {
	t.Helper()
	out, err := exec.Command("pdftotext", "-bbox", path, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	var doc struct {
		Pages []struct {
			Words []word `xml:"word"`
		} `xml:"body>doc>page"`
	}
	if err := xml.Unmarshal(out, &doc); err != nil {
		t.Fatal(err)
	}
	var rows []string
	numbers := 0
	started, ended := false, false
	for i, page := range doc.Pages {
		left := textLeft
		if i%2 == 1 {
			left = outerMargin
		}
		for _, r := range rowsOf(page.Words, left) {
			if r.paragraph == "¶1" {
				started = true
			}
			if !started || ended || r.body == "" || r.size < essaySize {
				// The essay is the only text of its size; after it come the questions.
				ended = ended || started && r.head
				continue
			}
			rows = append(rows, r.body)
			if r.number != "" {
				numbers++
				if r.number != strconv.Itoa(len(rows)) {
					t.Errorf("the margin says %s beside row %d, %q", r.number, len(rows), r.body)
				}
			}
		}
	}
	if want := len(rows) / 5; numbers != want {
		t.Errorf("%d line numbers are printed for %d lines, want %d", numbers, len(rows), want)
	}
	return rows
}

// The page's columns, in points: margin numbers end where the text begins, and
// the side column begins where it ends. On even pages the inner margin is the
// right one. A row of the essay is higher than one of the questions.
const (
	textLeft    = 25 * 72 / 25.4
	outerMargin = 18 * 72 / 25.4
	measure     = 130 * 72 / 25.4
	essaySize   = 12.5 // height of a row's words
)

type row struct {
	bottom, size            float64
	paragraph, number, body string
	head                    bool
}

func rowsOf(words []word, left float64) []row {
	var rows []row
	for _, w := range words {
		if w.Left > left+measure+2 {
			continue
		}
		i := 0
		for i < len(rows) && abs(rows[i].bottom-w.Bottom) > 4 {
			i++
		}
		if i == len(rows) {
			rows = append(rows, row{bottom: w.Bottom})
		}
		r := &rows[i]
		switch {
		case w.Left >= left-8:
			if r.body != "" {
				r.body += " "
			}
			r.body += w.Text
			r.size = max(r.size, w.Bottom-w.Top)
		case strings.HasPrefix(w.Text, "¶"):
			r.paragraph = w.Text
		default:
			r.number = w.Text
		}
	}
	slices.SortFunc(rows, func(a, b row) int { return cmp.Compare(a.bottom, b.bottom) })
	for i := range rows {
		rows[i].head = strings.HasPrefix(rows[i].body, "Close reading")
	}
	return rows
}

func abs(x float64) float64 { return max(x, -x) }
