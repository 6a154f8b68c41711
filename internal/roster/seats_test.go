package roster

import (
	"fmt"
	"strings"
	"testing"

	"quire/internal/diag"
)

const roll = `Name,ID
Ana Ruiz,101
"Lee, Bo",102
Zoë Łuczak-Peña,103
Bo Anders,104
Di Dorn,105
Di Dorn,106
王小明,107
Frei Gang,108
`

// seated gives the seats of the class above as text, and the findings about
// them; students without a seat only if asked for.
func seated(t *testing.T, raw string, missing bool) string {
	t.Helper()
	var l diag.List
	class, err := Read("class.csv", []byte(roll), &diag.List{})
	if err != nil {
		t.Fatal(err)
	}
	seats, err := ReadSeats("room.csv", []byte(raw), class, &l)
	if err != nil {
		return err.Error()
	}
	var out []string
	for i, s := range seats.Of {
		if s.Row != 0 {
			out = append(out, fmt.Sprintf("%s@%d.%d", class.Students[i].ID, s.Row, s.Column))
		}
	}
	for _, f := range l.Sorted() {
		if missing || !strings.Contains(f.Message, "has no seat") {
			out = append(out, f.Severity.String()+" "+f.Message)
		}
	}
	return strings.Join(out, "\n")
}

func TestReadSeats(t *testing.T) {
	for _, c := range []struct{ name, raw, want string }{
		{"names as in the list", "Ana Ruiz,,\"Lee, Bo\"\n,,\nBo Anders\n", "101@1.1\n102@1.3\n104@3.1"},
		{"case, space, order and accents", "ANA  RUIZ;Bo Lee\n\"Ruiz, Ana \";zoe luczak pena\n",
			"101@1.1\n102@1.2\n103@2.2\nwarning row 2, column 1: this student has a seat already; this one is taken for empty"},
		{"order turned round", "\"Luczak-Peña, Zoë\"\nruiz ana\n", "101@2.1\n103@1.1"},
		{"IDs, alone and in brackets", "101\t104\n102\tsomebody (103)\n", "101@1.1\n102@2.1\n103@2.2\n104@1.2"},
		{"short names that one student has", "Ana\nBo L.\nBo A\n王小明\n", "101@1.1\n102@2.1\n104@3.1\n107@4.1"},
		{"a short name that two have", "Bo\n", "warning row 1, column 1: several students may be meant, in rows 3, 5 of the class list; the seat is taken for empty"},
		{"two of the same name", "Di Dorn,Di Dorn,Di Dorn\n", "105@1.1\n106@1.2\nwarning row 1, column 3: this student has a seat already; this one is taken for empty"},
		{"nobody of that name", "Ana Ruiz,Eve\n", "101@1.1\nwarning row 1, column 2: nobody of that name or ID is in the class list; the seat is taken for empty"},
		{"labels and furniture", ",1,2,3\nA,Ana,x,Bo L\nRow 2,--,empty,aisle\n,Teacher's desk,,Door\n", "101@2.2\n102@2.4"},
		{"furniture that is a student", "Frei,Gang\n", "108@1.1"},
		{"a label in the middle is nobody", "Ana,Bo L\nBo A,7\n", "101@1.1\n102@1.2\n104@2.1\nwarning row 2, column 2: nobody of that name or ID is in the class list; the seat is taken for empty"},
		{"Windows-1252, semicolons, a BOM's absence", "Zo\xeb \xa3uczak;Ana\n", "101@1.2\nwarning row 1, column 1: nobody of that name or ID is in the class list; the seat is taken for empty\nwarning the file is not UTF-8; it was read as Windows-1252"},
		{"UTF-16", utf16Of("Ana\tZoë Luczak Peña\r\n", true), "101@1.1\n103@1.2"},
		{"a quotation that never closes", "\"Ana,Bo A\n", "101@1.1\n104@1.2\nerror row 1: the quotation mark that opens this cell isn't closed"},
		{"empty", ",,\n\n", "room.csv is empty: a seating file has a row of names for each row of seats"},
		{"a workbook", "PK\x03\x04xl/workbook.xml", "room.csv is an Excel workbook, and a seating file is a CSV file: open it and choose File › Save As › CSV UTF-8"},
		{"too many rows", strings.Repeat("Ana\n", 20_000), "room.csv has more than 10000 rows, and Quire prints up to 5000 students at once: is it the right file?"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := seated(t, c.raw, false); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

func TestMissingSeats(t *testing.T) {
	got := seated(t, "101,102,103,104,105,106,107\n", true)
	const want = "101@1.1\n102@1.2\n103@1.3\n104@1.4\n105@1.5\n106@1.6\n107@1.7\n" +
		"warning row 9 of the class list has no seat in room.csv; no neighbours are known"
	if got != want {
		t.Errorf("got\n%s", got)
	}
}

// Seats and forms together: those who sit side by side differ though the list
// has them apart.
func TestSeatsAndForms(t *testing.T) {
	class, err := Read("class.csv", []byte(roll), &diag.List{})
	if err != nil {
		t.Fatal(err)
	}
	var l diag.List
	seats, err := ReadSeats("room.csv", []byte("101,103,105,107\n102,104,106,108\n"), class, &l)
	if err != nil {
		t.Fatal(err)
	}
	dealt := Deal(class, seats, []string{"A", "B"}, &l)
	if got := strings.Join(dealt, ""); got != "ABBAABBA" || len(l.Sorted()) > 0 {
		t.Error(got, l.Sorted())
	}
}

func FuzzSeats(f *testing.F) {
	f.Add([]byte("Ana Ruiz,,\"Lee, Bo\"\n101,Di Dorn\n"), uint8(3))
	f.Add([]byte("sep=;\nAna;Bo\n"), uint8(1))
	class, err := Read("class.csv", []byte(roll), &diag.List{})
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, raw []byte, k uint8) {
		var l diag.List
		seats, err := ReadSeats("room.csv", raw, class, &l)
		checkFindings(t, &l)
		if err != nil {
			return
		}
		taken := map[[2]int]bool{}
		for _, s := range seats.Of {
			if s.Row != 0 && taken[[2]int{s.Row, s.Column}] {
				t.Fatal("two on one seat")
			}
			taken[[2]int{s.Row, s.Column}] = true
		}
		forms := strings.Split("ABCDEFGH", "")[:1+k%8]
		if dealt := Deal(class, seats, forms, &diag.List{}); len(forms) > 1 && sharing(seats, dealt) {
			t.Fatalf("neighbours share: %v", dealt)
		}
	})
}
