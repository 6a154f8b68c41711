package check

import (
	"fmt"
	"slices"
	"strings"

	"quire/internal/diag"
)

var d4 = Rule{
	Code: "D4", Title: "loaded words, or a verdict on someone who is accused", Severity: diag.Warning, Risk: "low", Language: "en",
	Why:    "A loaded word in the question takes a side before anybody has spoken; in quotation marks it is the author's. Whoever is accused and not convicted is “accused”: the class can weigh an argument without trying a person.",
	Before: "Why did the corrupt general get a medal?",
	After:  "Why did the general, who had been accused, get a medal?",
	Source: "Fairness with contested texts. Loaded terms and the accused stand in the front matter: loaded: [word], accused: [name].",
	run: func(r *reading) {
		terms := loadedTerms()
		for _, t := range r.lesson.Meta.Loaded {
			terms = append(terms, lower(strings.Join(strings.Fields(t), " ")))
		}
		for _, p := range r.prompts() {
			texts := []*prose{p.stem}
			for _, probe := range p.Guide.Probes {
				texts = append(texts, proseOf(probe.Text))
			}
			if p.talk() {
				for _, text := range texts {
					if from, to, ok := text.find(terms); ok {
						at := text.span(from, to)
						r.report(p.in(at), fmt.Sprintf("a loaded word: “%s”", at), "Say it neutrally, or quote whoever says it: {{quote \"…\"}}.")
					}
				}
			}
			for _, c := range p.choices {
				for _, o := range c.options {
					texts = append(texts, o.prose)
				}
			}
			texts = append(texts, entries(p.Guide.Positions)...)
			for _, text := range texts {
				r.verdicts(p, text)
			}
		}
	},
}

// loadedTerms are words that take a side whoever is spoken of.
func loadedTerms() []string {
	return []string{"so-called", "thug", "thugs", "cronies", "brainwashed", "brainwashing", "propagandist", "propagandists", "fearmongering", "fear-mongering",
		"bigot", "bigots", "bigoted", "fanatic", "fanatics", "fanatical", "hysterical", "hysteria", "idiotic", "moronic", "shameful", "disgraceful", "despicable",
		"outrageous", "illegals", "snowflake", "snowflakes", "sheeple", "woke", "evil", "lunatic", "lunatics", "heartless", "ridiculous"}
}

func verdict(w string) bool {
	return slices.Contains([]string{"guilty", "criminal", "criminals", "corrupt", "crooked", "crook", "crooks", "trafficker", "traffickers", "murderer", "thief", "thieves",
		"felon", "gangster", "fraudster", "culprit", "kingpin", "mobster", "smuggler", "killer", "traitor", "guilt", "crimes", "bribed"}, w)
}

// verdicts reports words that call somebody accused guilty, in a sentence that
// names them and leaves nothing open.
func (r *reading) verdicts(p *prompt, text *prose) {
	for _, s := range text.sentences() {
		i := slices.IndexFunc(s.words, func(w word) bool { return !w.quoted && verdict(w.low) })
		if i < 0 {
			continue
		}
		open := leavesOpen(s)
		for _, name := range r.lesson.Meta.Accused {
			words := strings.Fields(lower(name))
			if len(words) == 0 {
				continue
			}
			family := words[len(words)-1]
			if open && !calls(s, i, words) {
				continue
			}
			if slices.ContainsFunc(s.words, func(w word) bool { return strings.TrimSuffix(w.low, "'s") == family }) {
				at := s.words[i].at
				r.report(p.in(at), fmt.Sprintf("a verdict, “%s”, on someone who is accused only", s.words[i].text), "Say “accused of”, or quote whoever says more and name them.")
				break
			}
		}
	}
}

// calls says that a verdict stands before a name as if it belonged to it: "the
// criminal Orr". Whatever else the sentence leaves open, that is taken for granted.
func calls(s *prose, verdict int, name []string) bool {
	if verdict > 0 && (strings.HasSuffix(s.words[verdict-1].low, "edly") || s.words[verdict-1].low == "not") {
		return false // allegedly, supposedly
	}
	next := verdict + 1
	return next < len(s.words) && s.words[next].before == " " && slices.Contains(name, strings.TrimSuffix(s.words[next].low, "'s"))
}

// leavesOpen says that a sentence treats guilt as a question or a claim.
func leavesOpen(s *prose) bool {
	return slices.ContainsFunc(s.words, func(w word) bool {
		switch w.low {
		case "whether", "if", "accused", "accuse", "accuses", "accusation", "accusations", "alleged", "allegedly", "allegation", "allegations", "charged", "charges",
			"charge", "not", "innocent", "suspected", "presumed", "denied", "denies", "claim", "claims", "says", "calls", "called", "or", "unless", "prove", "proved", "proven", "until":
			return true
		}
		return strings.HasSuffix(w.low, "n't")
	})
}

var d6 = Rule{
	Code: "D6", Title: "a question that fits any essay", Severity: diag.Warning, Risk: "low", Language: "en",
	Why:    "What can be asked of any text can be answered without reading this one.",
	Before: "What is the main idea of the essay?",
	After:  "What does the stopwatch in ¶7 add to what the author saw?",
	Source: "Achieve the Core checklist (text-dependent questions)",
	run: func(r *reading) {
		for _, p := range r.prompts() {
			if !p.open() || p.stem.pointsIntoText() || slices.ContainsFunc(p.stem.words, func(w word) bool { return w.quoted }) {
				continue
			}
			from, to, ok := p.stem.find(anyEssay())
			if !ok || r.ownTo(p.stem) {
				continue
			}
			at := p.stem.span(from, to)
			r.report(p.in(at), fmt.Sprintf("this could be asked of any essay: “%s”", at), "Ask about something that only this essay has: a word, a figure, a turn, with its place.")
		}
	},
}

func anyEssay() []string {
	return []string{"main idea", "main point", "main argument", "main message", "central idea", "main theme", "the theme", "author's purpose", "author's message", "author's point of view",
		"author's tone", "author's opinion", "how do you feel", "how did you feel", "how does this make you feel", "how did it make you feel", "make you feel", "what did you learn", "what have you learned",
		"what do you think about", "what do you think of", "do you agree with the author", "did you agree with the author", "agree or disagree with the author", "what is the essay about",
		"what is the article about", "what is the text about", "what is this essay about", "what is this text about", "what is this article about", "did you like", "did you enjoy", "most interesting", "stood out to you",
		"summarize the essay", "summarize the article", "summarize the text", "summarize this", "relate to", "your opinion of", "your opinion on", "your reaction", "can we learn from", "did we learn from", "can you learn from", "take away from", "takeaway", "the moral of", "what stands out", "what stood out", "in your own life", "convincing essay"}
}

// ownTo says that a question has so much of its own that it is about this text:
// a name, or enough words of meaning beside those that any text has.
func (r *reading) ownTo(p *prose) bool {
	n := 0
	for _, w := range p.words {
		if r.isName(w) && w.name() {
			return true
		}
		switch w.low {
		case "essay", "article", "text", "passage", "author", "author's", "writer", "reader", "readers", "main", "idea", "point", "theme", "think", "feel", "learn", "agree", "disagree",
			"purpose", "message", "tone", "argument", "central", "explain", "opinion", "summarize", "interesting", "own", "life", "words", "write", "sentence", "sentences", "read", "reading",
			"make", "made", "find", "found", "support", "answer", "evidence", "use", "using", "today", "like", "enjoy", "relate", "topic", "story", "part", "most", "overall", "reaction", "give",
			"reasons", "reason", "about", "piece", "class", "paragraph", "paragraphs", "short", "briefly", "details", "detail", "two", "three", "students", "share", "discuss", "view":
			continue
		}
		if !function(w.low) {
			n++
		}
	}
	return n >= ownWords
}

var d10 = Rule{
	Code: "D10", Title: "someone is asked to speak for an identity", Severity: diag.Warning, Risk: "med", Language: "en",
	Why:    "Nobody in the room speaks for a country, a faith or a family, and nobody has to disclose one. Ask what a text or a person in it says.",
	Before: "As a Mexican, how do you feel about the arrest?",
	After:  "How might two Mexican newspapers begin the story of the arrest?",
	Source: "Fairness with contested texts: nobody speaks for a nationality; nobody must disclose anything.",
	run: func(r *reading) {
		r.inTalks(speaksFor, "someone is asked to speak for others", "Ask what the text, or somebody in it, says; let students bring themselves in only if they wish.")
	},
}

// speaksFor finds a question that addresses students as members of a people or
// group: "as a Mexican, how do you …", "what do your people …".
func speaksFor(s *prose) (from, to int, ok bool) {
	if from, to, ok = s.find([]string{"your people", "your culture", "your religion", "your race", "your faith", "your ethnicity", "your nationality", "your community", "your home country", "people like you", "your immigration", "your heritage", "where you come from", "where you are from", "your background", "your kind",
		"those of you who", "which of you", "who here has", "who here is", "has anyone here", "has anybody here", "anyone here who", "have you ever been", "has your family", "have you or your family"}); ok {
		return from, to, true
	}
	addressed := slices.ContainsFunc(s.words, func(w word) bool { return w.low == "you" || w.low == "your" || w.low == "yourself" })
	for i := 0; i+2 < len(s.words); i++ {
		w := s.words[i]
		if w.quoted || w.low != "as" && w.low != "being" || s.words[i+1].low != "a" && s.words[i+1].low != "an" {
			continue
		}
		k := i + 2
		if !identity(s.words[k]) || !addressed {
			continue
		}
		if k+1 < len(s.words) && s.words[k+1].before == " " {
			switch next := s.words[k+1].low; {
			case slices.Contains([]string{"student", "students", "person", "man", "woman", "girl", "boy", "citizen", "family", "american", "teenager", "kid", "child", "immigrant", "yourself", "in", "from", "of", "living"}, next):
			case questionWord(next) || auxiliary(next) || next == "you":
			default:
				continue // as a Mexican newspaper would put it
			}
		}
		return i, k, true
	}
	return 0, 0, false
}

// identity says that a word names what somebody is by birth, faith or origin.
func identity(w word) bool {
	switch w.low {
	case "immigrant", "refugee", "minority", "woman", "man", "girl", "boy", "foreigner", "black", "white", "native", "gay", "muslim", "christian", "jew", "disabled", "poor", "rich", "migrant", "transgender", "catholic", "latino", "latina":
		return true
	case "republican", "democrat":
		return true
	}
	return capital(w.text) && !w.quoted
}
