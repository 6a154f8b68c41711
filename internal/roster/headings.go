package roster

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"quire/internal/diag"
)

type kind int

const (
	unknown kind = iota
	kindName
	kindBareName // "Nom": the family name beside a first name, and the other way round
	kindFirst
	kindMiddle
	kindLast
	kindPreferred
	kindID
	kindGroup
	kindForm
	kindEdition
	kindLarge
	kindDyslexia
	kindPaper
	kindSpace
	kindLines
	kindBank
	kindStarters
	kindHints
	kindGlosses
	kindFewer
	kindCopies
	kindNumber // a row's number, which isn't needed
)

// headings are what columns are called, folded (see fold): ours, then what
// schools' systems, spreadsheets and teachers write, in English, Spanish, French
// and German.
var headings = []struct {
	kind  kind
	known string
	words string
}{
	{kindName, "name", `student students studentname studentsname nameofstudent fullname displayname pupil pupilname learner learnername
		lastfirst lastnamefirstname lastnamefirst namelastfirst studentlastfirst firstlast firstnamelastname firstandlastname
		alumno alumna alumnos alumnoa estudiante estudiantes nombrecompleto nombreyapellidos nombreyapellido apellidosynombre apellidosnombre nombredelalumno
		eleve eleves nometprenom prenometnom nomprenom prenomnom nomcomplet etudiant
		schuler schulerin schulerinnen schuelername schulername schueler namevorname nachnamevorname vornamename vornamenachname vorundnachname`},
	{kindBareName, "name", `name names nom nombre`},
	{kindFirst, "first name", `firstname first givenname given givennames forename studentfirstname studentfirst legalfirstname
		nombres primernombre nombredepila prenom vorname rufname`},
	{kindMiddle, "middle name", `middlename middle middleinitial mi studentmiddlename segundonombre deuxiemeprenom zweitername`},
	{kindLast, "last name", `lastname last surname familyname family studentlastname studentlast legallastname
		apellido apellidos nomdefamille nachname familienname`},
	{kindPreferred, "preferred name", `preferredname preferred preferredfirstname nickname goesby knownas chosenname callname
		apodo nombrepreferido surnom spitzname`},
	{kindID, "ID", `id studentid idstudent sisid sisuserid sisloginid studentnumber studentno studentnr localid localstudentid stateid idnumber pupilid
		matricula iddelalumno idalumno expediente numerodealumno identifiant ideleve numeroeleve matrikelnummer schulernummer schuelernummer`},
	{kindGroup, "group", `group groups section sections period class classname classperiod hour block homeroom hr team course table
		grupo seccion clase curso equipo groupe classe gruppe klasse kurs`},
	{kindForm, "form", `form forms version versions quizform testform quizversion testversion variant
		forma formulario modelo variante sujet fassung testfassung`},
	{kindEdition, "edition", `edition editions printformat edicion impresion ausgabe druckfassung`},
	{kindLarge, "large print", `largeprint large lp enlarged enlargedprint enlargedtext bigprint largetype largetext largefont biggerfont
		letragrande letraampliada macrotipo groscaracteres grandscaracteres grossdruck grosdruck grosschrift groschrift grosseschrift`},
	{kindDyslexia, "dyslexia", `dyslexia dyslexiafriendly dyslexic dyslexicfriendly dyslexiafont dyslexiaedition
		dislexia dyslexie legasthenie lrs`},
	{kindPaper, "paper", `paper papersize sheetsize pagesize papel tamanodepapel formatdepapier papier papierformat`},
	{kindSpace, "extra space", `extraspace space morespace extraroom moreroom answerspace extraanswerspace additionalspace extrawritingspace writingspace
		espacioextra masespacio espacioadicional espacesupplementaire plusdespace zusatzplatz mehrplatz zusatzlicherplatz`},
	{kindLines, "extra lines", `extralines lines morelines answerlines additionallines extralinesforanswers
		lineasextra maslineas lignessupplementaires plusdelignes zusatzlichezeilen extrazeilen mehrzeilen`},
	{kindBank, "word bank", `wordbank wordbanks bank wordlist wordbox bancodepalabras banquedemots listedemots wortbank wortliste wortspeicher`},
	{kindStarters, "sentence starters", `starters starter sentencestarters sentencestarter sentencestems sentencestem sentenceframes sentenceframe
		iniciosdeoraciones iniciosdefrase iniciadores amorces amorcesdephrases debutsdephrase satzanfange satzstarter`},
	{kindHints, "hints", `hints hint clues clue pistas pista ayudas indices indice aides tipps tipp hinweise hilfen`},
	{kindGlosses, "glosses", `glosses gloss glossary glossaries definitions vocabularysupport vocabsupport
		glosario glosas definiciones glossaire gloses glossar worterklarungen`},
	{kindFewer, "fewer options", `feweroptions fewerchoices feweranswers fewer feweranswerchoices reducedoptions reducedchoices reducedanswerchoices lessoptions lesschoices
		menosopciones opcionesreducidas moinsdechoix moinsdoptions wenigeroptionen wenigerantworten`},
	{kindCopies, "copies", `copies copy numberofcopies noofcopies copias numerodecopias exemplaires nombredecopies kopien anzahl`},
	{kindNumber, "number", `no nr num number rownumber seatno numero lfdnr orden`},
}

// A lexicon knows headings by their folded words.
type lexicon map[string]kind

func newLexicon() lexicon {
	x := make(lexicon, 512)
	for _, h := range headings {
		for w := range strings.FieldsSeq(h.words) {
			x[w] = h.kind
		}
	}
	return x
}

// kindOf knows a heading, with and without what stands in brackets behind it.
func (x lexicon) kindOf(heading string) kind {
	if heading == "#" {
		return kindNumber
	}
	short, _, _ := strings.Cut(heading, "(")
	for _, word := range [...]string{fold(heading), fold(short)} {
		if k, ok := x[word]; ok {
			return k
		}
		if k, ok := x[bare(word)]; ok {
			return k
		}
	}
	return unknown
}

// count counts a row's cells that are headings. "No" may be one or an answer.
func (x lexicon) count(r row) (n int) {
	for _, c := range r.cells {
		if k := x.kindOf(c.text); k != unknown && k != kindNumber {
			n++
		}
	}
	return n
}

func (x lexicon) kinds(r row) []kind {
	out := make([]kind, len(r.cells))
	for i, c := range r.cells {
		out[i] = x.kindOf(c.text)
	}
	return out
}

func (x lexicon) hasName(r row) bool {
	for _, c := range r.cells {
		switch x.kindOf(c.text) {
		case kindName, kindBareName, kindFirst, kindLast:
			return true
		}
	}
	return false
}

// isCalled says that a folded word is a heading of one kind.
func isCalled(k kind, word string) bool {
	for _, h := range headings {
		if h.kind == k {
			for w := range strings.FieldsSeq(h.words) {
				if w == word {
					return true
				}
			}
		}
	}
	return false
}

// bare takes off what doesn't change a heading: "Needs large print?".
func bare(word string) string {
	for _, s := range [...]string{"needs", "uses", "gets"} {
		word = strings.TrimPrefix(word, s)
	}
	for _, s := range [...]string{"needed", "required", "yesno", "yn"} {
		word = strings.TrimSuffix(word, s)
	}
	return word
}

func knownAs(k kind) string {
	for _, h := range headings {
		if h.kind == k {
			return h.known
		}
	}
	return ""
}

// fold makes headings and words alike: letters and digits in lower case, without
// Latin accents.
func fold(s string) string {
	if len(s) > 500 {
		return ""
	}
	var b strings.Builder
	for _, c := range norm.NFKD.String(s) {
		switch {
		case c == 'ß':
			b.WriteString("ss")
		case unicode.IsLetter(c) || unicode.IsDigit(c):
			b.WriteRune(unicode.ToLower(c))
		}
	}
	return b.String()
}

// meant says what an unknown heading may have meant.
func meant(heading string) string {
	word := fold(heading)
	best, least := "", max(1, len(word)/5)+1
	for _, h := range headings {
		for w := range strings.FieldsSeq(fold(h.known) + " " + h.words) {
			d := diag.Distance([]rune(word), []rune(w), least)
			if len(word) > 4 && len(w) > 4 && (strings.HasPrefix(word, w) || strings.HasPrefix(w, word)) {
				d = min(d, 1)
			}
			if d < least && len(w) > d+1 {
				best, least = h.known, d
			}
		}
	}
	if best != "" {
		return "If it is the " + best + ", call it that; else delete it, or leave it."
	}
	return "The columns are " + knownColumns() + "."
}

// isNeeds says that a column is headed as one that lists what a student needs.
func isNeeds(heading string) bool {
	switch fold(heading) {
	case "accommodation", "accommodations", "modifications", "supports", "needs", "specialneeds", "adaptaciones", "amenagements", "nachteilsausgleich":
		return true
	}
	return false
}

func knownColumns() string {
	var names []string
	for _, h := range headings {
		if h.kind != kindBareName && h.kind != kindNumber {
			names = append(names, h.known)
		}
	}
	return strings.Join(names, ", ")
}
