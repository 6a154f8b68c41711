package check

// The numbers of all rules, each with its reason. They are ours: research says
// which flaws tell students the answer, seldom from where on.
const (
	// Six words in a row are rarely anybody's by chance, five often are.
	sharedWords = 6
	// Of those at least so many must carry meaning: "at the end of the day" is
	// nobody's.
	sharedContent = 2

	// M1: a key a quarter longer than the others' mean is what students notice
	// who pick the longest; the table of checks gives it.
	longerKey = 1.25
	// A key of one longer word is no longer answer: six letters are a word.
	longerKeyLetters = 6
	// Over a form one expects the key to be the longest in a third of the items;
	// in four or more, half of them are a habit.
	longestItems = 4
	longestShare = 0.5

	// M2: twice as long shows at a glance, unless both are short.
	unevenRatio   = 2
	unevenLetters = 20

	// M6: one absolute among three options is chance, in half of the wrong ones
	// it is a pattern.
	absoluteShare = 0.5

	// M13: of three options made of each other the original shares three words
	// or more, and a quarter more than the next one.
	convergesRatio = 1.25
	convergesWords = 3

	// M14: one common word ("The …") is grammar, two are the stem's.
	sameOpening = 2

	// M17: a blank with more words behind it than before must be read twice.
	blankShare = 0.5

	// M18: a stem of four words can hardly ask one thing.
	leastStem = 5
	// What follows "which is true" must narrow it by so many words of meaning.
	narrowing = 3

	// M19: 60 words take a weak reader half a minute.
	mostStem = 60

	// M20: fewer items say nothing of positions. One in two, or four in a row,
	// is what students take for a pattern.
	positionItems = 6
	positionShare = 0.5
	positionRun   = 3

	// M21: a single word of meaning returns by chance; two in the same order, or
	// four in one sentence, are the answer.
	givenPhrase = 2
	givenWords  = 4

	// T1: with fewer statements no share means anything.
	truthItems = 5
	truthLeast = 0.4
	truthMost  = 0.6

	// T2: ten pairs fill a page and a working memory.
	matchMost = 10

	// T3: with three words gone a sentence is a guess.
	blanksInSentence = 2

	// D6: a question with so many words of its own, names not counted, is about
	// something.
	ownWords = 5

	// D7: a question with one defensible answer is a quiz.
	leastPositions = 2

	// D8: what is heard once must be held in mind: about two breaths.
	mostAsked = 40

	// D11: three of four is no lean yet; of four or more, over 60 % are.
	stanceItems = 4
	stanceShare = 0.6

	// D13: an even spread gives each quarter 25 %.
	quarterShare      = 0.4
	quarterPrompts    = 5
	quarterParagraphs = 8

	// L2: nine words of a hand's writing fill a line, which is what the worksheet
	// gives; where the author says how many lines, eleven small ones may.
	wordsALine     = 9
	mostWordsALine = 11

	// D14: filling gaps, judging statements and pairing don't reach strategic
	// thinking; a choice among given answers doesn't reach extended thinking.
	fixedMostDOK  = 2
	choiceMostDOK = 3
	talkLeastDOK  = 2
)
