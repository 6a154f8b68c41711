package reader

import (
	"strconv"
	"strings"
)

// control reads a control word or symbol after its backslash. It says whether
// the rest of the group is a note.
func (r *rtfReader) control(s *rtfState) (note bool) {
	if r.at >= len(r.raw) {
		return false
	}
	c := r.raw[r.at]
	if c|0x20 < 'a' || c|0x20 > 'z' {
		r.at++
		r.symbol(c, s)
		return false
	}
	r.words++
	start := r.at
	for r.at < len(r.raw) && r.raw[r.at]|0x20 >= 'a' && r.raw[r.at]|0x20 <= 'z' && r.at-start < 32 {
		r.at++
	}
	word := string(r.raw[start:r.at])
	n, size, given := number(r.raw[r.at:])
	r.at += size
	if r.at < len(r.raw) && r.raw[r.at] == ' ' {
		r.at++
	}
	if word == "bin" {
		r.at += min(max(n, 0), len(r.raw)-r.at)
		return false
	}
	if r.skip > 0 {
		r.skip--
		return false
	}
	first := s.wordsRead == 0
	s.wordsRead++
	r.decode(*s)
	if word == "u" {
		r.unicode(n, s)
		return false
	}
	if first && r.destination(word, s) {
		return word == "footnote" && s.to == toText
	}
	if first && s.star {
		s.to = toNothing
	}
	r.word(word, n, !given || n != 0, s)
	return false
}

// symbol reads a control symbol.
func (r *rtfReader) symbol(c byte, s *rtfState) {
	switch c {
	case '*':
		s.star = true
		return
	case '\'':
		if r.at+2 > len(r.raw) {
			r.at = len(r.raw)
			return
		}
		hi, lo := strings.IndexByte(hexDigits, r.raw[r.at]|0x20), strings.IndexByte(hexDigits, r.raw[r.at+1]|0x20)
		r.at += 2
		if hi >= 0 && lo >= 0 {
			r.char(byte(hi<<4 | lo))
		}
		return
	case '\r', '\n':
		r.endParagraph(*s)
		return
	}
	if r.skip > 0 {
		r.skip--
		return
	}
	switch c {
	case '\\', '{', '}':
		r.char(c)
	case '~':
		r.char(' ')
	case '_':
		r.char('-')
	}
}

const hexDigits = "0123456789abcdef"

// destination says whether a group's first word names where its text goes, and
// sets that.
func (r *rtfReader) destination(word string, s *rtfState) bool {
	switch word {
	case "fonttbl":
		s.to = toFonts
	case "stylesheet":
		s.to = toStyles
	case "cs", "ds", "ts":
		if s.to == toStyles {
			s.to = toNothing // a style of letters, a section or a table
			return true
		}
		return false
	case "info":
		s.to = toInfo
	case "title", "author":
		if s.to != toInfo {
			return false
		}
		s.to, s.into = toCapture, &r.m.title
		if word == "author" {
			s.into = &r.m.creator
		}
	case "footnote":
		// the rest is a note
	case "fldrslt":
		s.link = true
	case "listtext", "pntext":
		r.listed = true
		s.to = toNothing
	case "colortbl", "pict", "header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf",
		"fldinst", "object", "shp", "shpinst", "do", "nonshppict", "shppict", "annotation", "atnid", "atnauthor", "xe", "tc", "rxe",
		"bkmkstart", "bkmkend", "listtable", "listoverridetable", "revtbl", "rsidtbl", "generator", "themedata", "datastore", "pgptbl",
		"filetbl", "ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn", "private", "txe", "operator", "comment", "doccomm",
		"keywords", "subject", "manager", "company", "creatim", "revtim", "printim", "buptim":
		s.to = toNothing
	default:
		return false
	}
	return true
}

// word does what an ordinary control word says. on is false where its number
// is 0.
func (r *rtfReader) word(word string, n int, on bool, s *rtfState) {
	if text, ok := rtfText(word); ok {
		r.write(text, *s)
		return
	}
	switch word {
	case "par", "sect":
		r.endParagraph(*s)
	case "cell", "nestcell":
		r.endParagraph(*s)
		r.cells++
	case "row", "nestrow":
		if r.table != nil {
			r.table.rows++
			r.table.columns = max(r.table.columns, r.cells)
		}
		r.cells = 0
	case "pard":
		s.par, s.style, s.inTable = setting{}, 0, false
	case "plain":
		s.run = setting{lang: s.run.lang}
	case "intbl":
		s.inTable = true
	case "uc":
		s.fallback = min(max(n, 0), 10)
	case "deleted":
		s.deleted = on
	case "ansicpg":
		r.codePage = codePage(n)
	case "mac":
		r.codePage = "macintosh"
	case "f":
		s.font = n
	case "fcharset":
		if s.to == toFonts {
			r.fonts[s.font] = pageOfFace(n)
		}
	case "s":
		if s.to == toText {
			def := r.styles[n]
			s.par.role, s.par.level = def.role, def.level
		}
		s.style = n
	default:
		if !s.par.setRTF(word, n) {
			s.run.setRTFRun(word, n, on)
		}
	}
}

// setRTF does what a word says of paragraphs, if it is such a word.
func (p *setting) setRTF(word string, n int) bool {
	switch word {
	case "qc":
		p.align = "center"
	case "qr":
		p.align = "right"
	case "ql", "qj":
		p.align = ""
	case "li", "lin":
		p.left = n
	case "fi":
		p.first = n
	case "sb":
		p.before = n
	case "sa":
		p.after = n
	case "ls":
		p.list = n > 0
	case "outlinelevel":
		p.level = 0
		if 0 <= n && n < 9 && p.role != titleRole && p.role != subtitleRole {
			p.level = n + 1
		}
	default:
		return false
	}
	return true
}

// setRTFRun does what a word says of letters.
func (s *setting) setRTFRun(word string, n int, on bool) {
	switch word {
	case "b":
		s.bold = on
	case "i":
		s.italic = on
	case "ul", "uld", "uldb", "ulw":
		s.under = on
	case "ulnone":
		s.under = false
	case "super":
		s.raised = on
	case "nosupersub", "sub":
		s.raised = false
	case "up":
		s.raised = n > 2
	case "v":
		s.hidden = on
	case "fs":
		s.size = n
	case "lang":
		s.lang = languageOf(n)
	}
}

// rtfText gives the text that a control word stands for.
func rtfText(word string) (string, bool) {
	switch word {
	case "line", "lbr":
		return "\n", true
	case "tab":
		return "\t", true
	case "emdash":
		return "—", true
	case "endash":
		return "–", true
	case "lquote":
		return "‘", true
	case "rquote":
		return "’", true
	case "ldblquote":
		return "“", true
	case "rdblquote":
		return "”", true
	case "bullet":
		return "•", true
	case "emspace", "enspace", "qmspace":
		return " ", true
	}
	return "", false
}

// codePage gives the name of a Windows code page.
func codePage(n int) string {
	switch n {
	case 932:
		return "shift_jis"
	case 936:
		return "gbk"
	case 949:
		return "euc-kr"
	case 950:
		return "big5"
	case 10000:
		return "macintosh"
	case 65001:
		return "utf-8"
	case 874, 1250, 1251, 1253, 1254, 1255, 1256, 1257, 1258:
		return "windows-" + strconv.Itoa(n)
	}
	return "windows-1252"
}

// pageOfFace gives the code page that a face's characters are in, "" if the
// file's is.
func pageOfFace(charset int) string {
	pages := map[int]int{77: 10000, 128: 932, 129: 949, 134: 936, 136: 950, 161: 1253, 162: 1254, 163: 1258, 177: 1255, 178: 1256, 186: 1257, 204: 1251, 222: 874, 238: 1250}
	if n, ok := pages[charset]; ok {
		return codePage(n)
	}
	return ""
}

// languageOf gives the tag of a Windows language number: its lower ten bits are
// the language, without the country.
func languageOf(n int) string {
	languages := map[int]string{0x04: "zh", 0x06: "da", 0x07: "de", 0x09: "en", 0x0A: "es", 0x0C: "fr", 0x10: "it", 0x11: "ja", 0x12: "ko", 0x13: "nl", 0x14: "nb", 0x15: "pl", 0x16: "pt", 0x19: "ru", 0x1D: "sv"}
	return languages[n&0x3FF]
}
