package roster

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"quire/internal/diag"
)

var update = flag.Bool("update", false, "write the golden file")

// read gives a list as text: its students, what each needs, and the findings.
func read(raw string) string {
	var l diag.List
	c, err := Read("class.csv", []byte(raw), &l)
	var b strings.Builder
	if err != nil {
		fmt.Fprintf(&b, "error: %v\n", err)
		if c != nil {
			b.WriteString("and a class\n")
		}
	} else {
		for _, s := range c.Students {
			b.WriteString(show(s) + "\n")
		}
	}
	for _, f := range l.Sorted() {
		line, column := 0, 0
		if !f.At.IsZero() {
			line, column = f.At.Text.Position(f.At.Start)
		}
		fmt.Fprintf(&b, "%d:%d %s %s: %s", line, column, f.Severity, f.Code, diag.Visible(f.Message))
		if !f.At.IsZero() && len(f.At.String()) < 60 {
			fmt.Fprintf(&b, " <%s>", diag.Visible(f.At.String()))
		}
		b.WriteByte('\n')
		if f.Hint != "" {
			fmt.Fprintf(&b, "        %s\n", f.Hint)
		}
	}
	return b.String()
}

func show(s Student) string {
	out := fmt.Sprintf("%d %s", s.Row, diag.Visible(s.Name))
	add := func(key, value string) {
		if value != "" {
			out += " " + key + "=" + value
		}
	}
	flag := func(key string, on bool) {
		if on {
			out += " " + key
		}
	}
	add("id", s.ID)
	add("group", s.Group)
	add("form", s.Form)
	add("edition", s.Edition)
	add("paper", s.Paper)
	if s.Extra != (Room{}) {
		out += fmt.Sprintf(" extra=%d%%+%d", s.Extra.Percent, s.Extra.Lines)
	}
	flag("bank", s.WordBank)
	flag("starters", s.Starters)
	flag("hints", s.Hints)
	flag("glosses", s.Glosses)
	if s.FewerOptions > 0 {
		out += fmt.Sprintf(" fewer=%d", s.FewerOptions)
	}
	if s.Copies != 1 {
		out += fmt.Sprintf(" copies=%d", s.Copies)
	}
	return out
}

func utf16Of(s string, little bool) string {
	b := []byte{0xFE, 0xFF}
	if little {
		b = []byte{0xFF, 0xFE}
	}
	for _, u := range utf16.Encode([]rune(s)) {
		if little {
			b = append(b, byte(u), byte(u>>8))
		} else {
			b = append(b, byte(u>>8), byte(u))
		}
	}
	return string(b)
}

// lists are class lists as they come, well made and not.
var lists = []struct{ name, raw string }{
	// As they should be.
	{"everything", "Name,ID,Group,Form,Edition,Paper,Extra space,Word bank,Starters,Hints,Glosses,Fewer options,Copies\n" +
		"Ana Ruiz,007,3,A,large-print,a4,1.5,x,yes,1,true,2,3\n" +
		"Bo Lee,,,,,,,,,,,,\n"},
	{"Excel in the Americas: BOM, CRLF, empty columns and rows", "\uFEFFStudent Name,Form,Large Print,,\r\nAna Ruiz,A,X,,\r\n,,,,\r\nBo Lee,B,,,\r\n,,,,\r\n"},
	{"Excel in Europe: sep=, semicolons, Windows-1252", "sep=;\r\nName;Vorname;Gro\xdfdruck;Zus\xe4tzlicher Platz\r\nM\xfcller;J\xfcrgen;x;1,5\r\nWei\xdf;Zo\xeb;nein;ja\r\n"},
	{"Google Sheets: ticked boxes to the sheet's end", "Name,Word bank,Starters\nAna,TRUE,FALSE\nBo,FALSE,TRUE\n,FALSE,FALSE\n,FALSE,FALSE\n"},
	{"a school system's export", "Last Name,First Name,Middle Name,SIS ID,Section,Email Address\n\"Ruiz\",\"Ana\",\"M\",000123,\"ELA 9, Period 3\",ana@example.org\n"},
	{"a learning platform's export", "Student,ID,SIS User ID,SIS Login ID,Section\n\"Ruiz, Ana\",11,000123,aruiz,P3\n"},
	{"a gradebook's, with rows that are nobody's", "Student,ID,Essay 1\n\"    Points Possible\",,10.00\n\"Ruiz, Ana\",11,8.00\n\"Student, Test\",,\n"},
	{"UTF-16, little end first, tabs", utf16Of("Nombre\tApellidos\tLetra grande\r\nAna\tPeña\tsí\r\n", true)},
	{"UTF-16, big end first", utf16Of("Nom,Prénom,Gros caractères,Amorces\nLefèvre,Zoé,oui,non\n", false)},
	{"lone CR line ends", "Name,Form\rAna,A\rBo,B\r"},
	{"a Markdown table", "| Name | Form |\n|------|:----:|\n| Ana  | A    |\n"},
	{"a title above the header", "Period 3,,\nMs. Rivera,,\n,,\nStudent,Version,\nAna,b,\n"},
	{"a title that is a heading too", "Students\nName,Form\nAna,A\n"},
	{"names alone", "Ana Ruiz\nBo Lee\n\nDespina Kyriakou\n"},
	{"names alone, with commas", "Ruiz, Ana\nLee, Bo\n"},
	{"names alone, in quotation marks", "\"Ruiz, Ana\"\n\"Lee, Bo\"\n"},
	{"line breaks in the header and in cells", "\"Student\nname\",\"Word\nbank\",Form\n\"Ana\nRuiz\",x,A\nBo Lee,,B\n"},
	{"headings in any dress", "STUDENT_NAME,word-bank,Sentence Starters (yes/no),Needs large print?,#,Extra Lines\nAna,y,✓,x,1,3\nBo,n,-,0,2,yes\n"},
	{"a preferred name", "First,Last,Preferred name\nRobert,Ruiz,Bobbie\nAna,Lee,\n"},
	{"names in other scripts", "Name\nمريم العبدالله\n王小明\nNguye\u0302\u0303n Thị Minh\nनीति\nO’Brien-Łuczak\n"},
	{"Han names in two columns", "Last name,First name\n王,小明\n"},
	{"a joiner that Persian needs, and one that nobody does", "Name\nعلی\u200Cرضا\nAn\u200Dna\n"},
	{"zeros that Excel was made to keep", "Name,ID\nAna,\"=\"\"00123\"\"\"\nBo,=\"00124\"\n"},
	{"extra space in all ways", "Name,Extra space\nA1,yes\nA2,x\nA3,1.5\nA4,\"1,5\"\nA5,2x\nA6,×2\nA7,50%\nA8,+50%\nA9,150%\nB1,3 lines\nB2,+3\nB3,double\nB4,no\nB5,\nB6,100%\nB7,lots\nB8,12\nB9,nan%\n"},
	// As they shouldn't be.
	{"nothing", ""},
	{"white space alone", " \r\n\t\r\n,,,\r\n"},
	{"a header alone", "Name,Form\n"},
	{"no column of names", "Form,Edition,Word bank\nA,standard,x\n"},
	{"no header", "Ana,A,x\nBo,B,\n"},
	{"no header, and a word that might be one", "Ana,no\nBo,large print\n"},
	{"no name in the header, and an unknown column", "Nmae,Form,no\nAna,A,1\n"},
	{"no header, names and forms", "Ana,A\nBo,B\n"},
	{"needs in words", "Name,Accommodations\nAna,large print\nBo,\n"},
	{"a column of needs that is empty", "Name,Accommodations\nAna,\nBo,\n"},
	{"unknown columns", "Name,Editon,Wrd bank,Shoe size,Wordbank needed,,Form\nAna,standard,x,9,x,oops,A\n"},
	{"a column twice", "Name,Form,Version\nAna,A,B\n"},
	{"whole names beside their parts", "Student,First name,Last name\nAna Ruiz,Ana,Ruiz\n"},
	{"cells that aren't what their columns hold", "Name,Form,Edition,Paper,Word bank,Fewer options,Copies\n" +
		"Ana,the first one,braille,A3,maybe,7,many\nBo,A/B,Large Print,US Letter,?,no,51\nCy,form b,18 pt,,oui,yes,0\n"},
	{"two editions at once", "Name,Edition,Large print,Dyslexia\nAna,standard,x,\nBo,,x,x\nCy,large,x,\n"},
	{"a comma in a name without quotation marks", "Name,Form\nRuiz, Ana,A\nBo,B\n"},
	{"a row without a name", "Name,Form\nAna,A\n,B\n"},
	{"names without letters", "Name\n???\n12\n"},
	{"a quotation mark that never closes", "Name,Form\n\"Ana,A\nBo,B\nCy,A\n"},
	{"a quotation mark that closes in another row", "Name,Form\n\"Ana,A\n\"Bo\",B\nCy,A\n"},
	{"a quotation that swallows a row", "Name,Form\n\"Ana,A\nBo\",B\nCy,A\n"},
	{"a quotation that swallows a row, not of a name", "Group,Name\n\"P3,Ana\nP3\",Bo\n\"P3\nmornings\",Cy\n"},
	{"text behind a quotation", "Name,Form\n\"Bob\" Ruiz,A\nRobert \"Bob\" Lee,B\n \"Ruiz, Ana\" ,A\n"},
	{"names twice", "Name,ID\nAna Ruiz,\nana ruiz,\nBo Lee,1\nBo Lee,2\nCy,3\nDi,3\nEd,4\nEd,4\n"},
	{"the header again", "Name,Form\nAna,A\nName,Form\nBo,B\n"},
	{"formulas", "Name,Form\n\"=HYPERLINK(\"\"http://example.org\"\",\"\"Ana\"\")\",A\n@SUM(1),B\n-Anna,A\n#REF!,B\n"},
	{"a formula that failed", "Name,Form,Large print\nAna,#N/A,#NAME?\n"},
	{"controls and turned writing", "Name,ID\nA\u202Ena,1\nB\x07o\u200B,\u2066 2\n"},
	{"a terminal's escape", "Name\nAna\x1b[2J\x1b]0;oops\x07\n"},
	{"saved in the wrong encoding", "Name\nPeÃ±a\nMu\uFFFDoz\n"},
	{"a long number", "Name,ID\nAna,1.23E+11\n"},
	{"a name of 300 characters", "Name\n" + strings.TrimSpace(strings.Repeat("Maximiliana ", 25)) + "\n"},
	{"a name of 300 characters without a space", "Name\n" + strings.Repeat("e\u0301\u0323", 100) + "\n"},
	{"a name longer than any", "Name\n" + strings.Repeat("é", 2001) + "\n"},
	{"a long ID", "Name,ID\nAna," + strings.Repeat("9", 41) + "\n"},
	{"100,000 rows", "Name\n" + strings.Repeat("Ana\n", 100_000)},
	{"5,001 students", "Name\n" + strings.Repeat("Ana\n", 5_001)},
	{"1,000 columns", "Name" + strings.Repeat(",x", 1000) + "\nAna\n"},
	{"1,000 columns, empty ones", "Name" + strings.Repeat(",", 1000) + "\nAna\n"},
	{"the same slip in every row", "Name,Word bank\n" + strings.Repeat("Ana,perhaps\n", 23)},
	{"larger than any list", strings.Repeat("x", maxBytes+1)},
	{"an Excel workbook", "PK\x03\x04\x14\x00\x06\x00\x08\x00[Content_Types].xml\x00\x01\x02xl/workbook.xml\x00"},
	{"a LibreOffice spreadsheet", "PK\x03\x04\x14\x00\x00\x08mimetypeapplication/vnd.oasis.opendocument.spreadsheet"},
	{"a Numbers document", "PK\x03\x04\x14\x00Index/Document.iwa"},
	{"an old Excel file", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"},
	{"a PDF", "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"},
	{"a web page that calls itself xls", "\uFEFF<html><table><tr><td>Ana</td></tr></table>"},
	{"JSON", "[{\"name\": \"Ana\"}]"},
	{"a picture", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00"},
	{"UTF-16 without its mark", "N\x00a\x00m\x00e\x00\n\x00A\x00n\x00a\x00"},
	{"bytes at random", "\x01\x02\x03\x8f\x90\x05\x06\x07\x08\x0e\x0f\x10\x11\xfe"},
}

// TestLists holds what becomes of each list. The golden file is there to be
// read.
func TestLists(t *testing.T) {
	var b strings.Builder
	for _, l := range lists {
		fmt.Fprintf(&b, "== %s\n%s\n", l.name, read(l.raw))
	}
	golden := filepath.Join("testdata", "lists.txt")
	if *update {
		if err := os.MkdirAll("testdata", 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(golden, []byte(b.String()), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if errors.Is(err, os.ErrNotExist) {
		t.Fatal("run with -update")
	}
	got, wants := strings.Split(b.String(), "\n\n"), strings.Split(string(want), "\n\n")
	for i := range max(len(got), len(wants)) {
		g, w := "", ""
		if i < len(got) {
			g = got[i]
		}
		if i < len(wants) {
			w = wants[i]
		}
		if g != w {
			t.Errorf("got\n%s\nwant\n%s", g, w)
		}
	}
}

func TestFiled(t *testing.T) {
	var l diag.List
	c, err := Read("class.csv", []byte("First name,Last name\nZoë,Ángel\nÉlise,Martin\nAna,Zúñiga\nelena,martin\n"), &l)
	if err != nil {
		t.Fatal(err)
	}
	slices.SortFunc(c.Students, func(a, b Student) int { return strings.Compare(a.Filed, b.Filed) })
	var got []string
	for _, s := range c.Students {
		got = append(got, s.Name)
	}
	if want := []string{"Zoë Ángel", "elena martin", "Élise Martin", "Ana Zúñiga"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// No finding says a name, whatever is wrong: its place shows it, on the
// teacher's screen, and nothing else does.
func TestFindingsNameRows(t *testing.T) {
	const name = "Quxley Zyzzyva"
	long := name + strings.Repeat(" Quxley", 50)
	raw := "Name,ID,Form,Edition,Word bank,Copies,Large print\n" +
		name + ",1,no such form,braille,perhaps,many,x\n" +
		name + ",1,A,standard,,,x\n" +
		"=" + name + "\n" + name + "\u202E\n" + long + "\n\"" + name + "\n" + name + ",,,,,,,,more\n" +
		name + ",,D\n" + name + ",,A\n" + name + ",,A\n"
	var l diag.List
	class, err := Read("class.csv", []byte(raw), &l)
	if err != nil {
		t.Fatal(err)
	}
	seats, err := ReadSeats("room.csv", []byte(name+","+name+"\nZyzzyva Q.,Quxley,Quxleyy\n"), class, &l)
	if err != nil {
		t.Fatal(err)
	}
	Deal(class, seats, []string{"A"}, &l)
	Deal(class, nil, []string{"A", "B"}, &l)
	codes := map[string]bool{}
	for _, f := range l.Sorted() {
		codes[f.Code] = true
		said := f.Message + f.Hint
		for _, r := range f.Related {
			said += r.Message
		}
		if strings.Contains(said, "Quxley") || strings.Contains(said, "Zyzzyva") {
			t.Errorf("%s: %s %s", f.Code, f.Message, f.Hint)
		}
		if f.At.IsZero() {
			t.Errorf("%s has no place: %s", f.Code, f.Message)
		}
	}
	for _, c := range []string{"C2", "C3", "C4", "C5", "C6", "C7", "C8", "C9"} {
		if !codes[c] {
			t.Errorf("nothing says %s", c)
		}
	}
}

func TestColumns(t *testing.T) {
	c, err := Read("class.csv", []byte("Name,Version,Form,#,Shoe size,\nAna,A,B,1,9,\n"), &diag.List{})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, col := range c.Columns {
		got = append(got, col.Heading+"="+col.Known+"@"+col.At.String())
	}
	if s := strings.Join(got, " "); s != "Name=name@Name Version=form@Version Form=@Form #=@# Shoe size=@Shoe size" {
		t.Error(s)
	}
}

func TestLabels(t *testing.T) {
	c, err := Read("class.csv", []byte("Name,ID\nAna,\nana,\nBo,7\nBo,8\nCy,9\nCy,9\nDi,1\nAna (2),\n"), &diag.List{})
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(c.Labels(), "; "); got != "Ana (1); ana (2); Bo (7); Bo (8); Cy (9); Cy (6); Di; Ana (2)" {
		t.Error(got)
	}
}

// Every heading is known by one kind alone, and by what it is called.
func TestHeadings(t *testing.T) {
	seen, x := map[string]kind{}, newLexicon()
	for _, h := range headings {
		for w := range strings.FieldsSeq(h.words) {
			if fold(w) != w {
				t.Errorf("%s is not folded", w)
			}
			if other, ok := seen[w]; ok {
				t.Errorf("%s is there twice, as %s and %s", w, knownAs(other), h.known)
			}
			seen[w] = h.kind
			if k := x.kindOf(w); k != h.kind {
				t.Errorf("%s is read as %s", w, knownAs(k))
			}
		}
		if k := x.kindOf(h.known); k != h.kind && h.kind != kindName {
			t.Errorf("%s isn't called that", h.known)
		}
	}
}

func TestNearestHeading(t *testing.T) {
	for heading, want := range map[string]string{
		"Nmae": "name", "Wordbnk": "word bank", "Editon": "edition", "Sentense starters": "sentence starters",
		"Large prnt": "large print", "Copys": "copies", "Shoe size": "", "Email": "", "Quiz 4": "", "": "",
		strings.Repeat("x", 1000): "",
	} {
		hint := meant(heading)
		if want == "" && strings.HasPrefix(hint, "If") || want != "" && !strings.HasPrefix(hint, "If it is the "+want+",") {
			t.Errorf("%s: %s", heading, hint)
		}
	}
}

// A stray quotation mark in every row, and the worst of them, take no longer
// than the text is long: each byte is looked at a few times.
func TestQuotesAreLinear(t *testing.T) {
	for _, unit := range []string{"\"a\nb", "\"\"\"\"\"\n", "\"", "\"\n", "\"x\"y,\n", "\"\"x\n"} {
		raw := strings.Repeat(unit, 400_000/len(unit))
		var l diag.List
		_, err := Read("class.csv", []byte("Name\n"+raw), &l)
		if err == nil && !l.Stops() {
			t.Errorf("%q found nothing", unit)
		}
		checkFindings(t, &l)
	}
}

// checkFindings holds what every finding owes: a place within its text, a code,
// few of a kind.
func checkFindings(t *testing.T, l *diag.List) {
	t.Helper()
	all := l.Sorted()
	if most := maxColumns + 60*(mostAlike+1); len(all) > most {
		t.Fatalf("%d findings", len(all))
	}
	for _, f := range all {
		if f.Code == "" || f.Message == "" || f.At.IsZero() || f.At.Start < 0 || f.At.End < f.At.Start || f.At.End > len(f.At.Text.Body) {
			t.Fatalf("a bad finding: %+v", f)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, l := range lists {
		if len(l.raw) < 2000 {
			f.Add([]byte(l.raw))
		}
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		var l diag.List
		c, err := Read("class.csv", raw, &l)
		checkFindings(t, &l)
		if err != nil {
			if c != nil || strings.ContainsAny(err.Error(), "\n\x1b") {
				t.Fatalf("%v with a class", err)
			}
			return
		}
		if len(c.Students) == 0 && !l.Stops() {
			t.Fatal("no students and nothing said")
		}
		last := 0
		for _, s := range c.Students {
			name, dropped := clean(s.Name)
			if s.Name == "" || name != s.Name && !strings.HasPrefix(s.Name, "=") || dropped > 0 || len([]rune(s.Name)) > maxName {
				t.Fatalf("a bad name: %q", s.Name)
			}
			if s.Row <= last || s.Copies < 0 || s.Copies > maxCopies || s.FewerOptions > 2 || s.Extra.Lines > maxExtra || s.Extra.Percent > 300 {
				t.Fatalf("a bad row: %+v", s)
			}
			last = s.Row
			if (s.Form == "") != s.FormAt.IsZero() {
				t.Fatal("a form without a place")
			}
		}
		for i, label := range c.Labels() {
			if !strings.HasPrefix(label, c.Students[i].Name) {
				t.Fatal("a label without its name")
			}
		}
	})
}
