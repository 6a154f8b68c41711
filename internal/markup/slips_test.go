package markup

import "testing"

func TestKeyLabel(t *testing.T) {
	for words, want := range map[string]string{
		"Model answer": "Answer", "Sample answer": "Answer", "Correct Answer": "Answer", "Key": "Answer",
		"Answer key": "Answer", "Answers may include": "Answer", "Answer (A)": "Answer",
		"Teacher's note": "Teacher note", "Teacher’s notes": "Teacher note", "Note to teacher": "Teacher note",
		"Notes for the teacher": "Teacher note", "Teacher only": "Teacher note",
		"Model paragraph": "Model 4", "Scoring rubric": "Rubric", "Common misconceptions": "Misreading",
		"What to listen for": "Listen for",
		"Your answer":        "", "Answer in full sentences": "", "Questions for the teacher": "", "Teacher": "",
		"Note": "", "Claim": "", "": "", "Key terms": "", "Role model": "",
	} {
		if got := keyLabel(words); got != want {
			t.Errorf("keyLabel(%q) = %q, want %q", words, got, want)
		}
	}
	for words, want := range map[string]string{
		"Answer": "Answer", "Correct answer": "Answer", "Note to teacher": "Teacher note",
		"Mark the best answer": "", "Answer in one sentence": "", "Key": "",
	} {
		if got := plainKeyLabel(words); got != want {
			t.Errorf("plainKeyLabel(%q) = %q, want %q", words, got, want)
		}
	}
}
