package evaluate

import (
	"alinti/bot"
	"alinti/retrieval/corpus"
)

// A Ranker tells the ranking under an answer, before anything is refused: the
// k best paragraphs and the k best sentences, best first. An Asker which is
// also a Ranker gets its ranking scored.
type Ranker interface {
	Rank(question string, k int) bot.Ranking
}

// depth is how far down a ranking is scored: the 10 of MRR@10.
const depth = 10

// RankingScores are the figures of rankings of one kind.
type RankingScores struct {
	Recall1 Share `json:"recall1"` // the first is right
	Recall5 Share `json:"recall5"` // one of the first five is
	MRR10   Share `json:"mrr10"`   // mean of 1/rank of the first right one among ten
}

func (s *RankingScores) add(rank int) {
	s.Recall1.add(rank == 1)
	s.Recall5.add(rank >= 1 && rank <= 5)
	s.MRR10.Of++
	if rank > 0 {
		s.MRR10.Sum += 1 / float64(rank)
	}
}

// rankingScores are the figures over the answerable questions that were ranked.
func rankingScores(results []Result) (paragraphs, sentences *RankingScores) {
	paragraphs, sentences = &RankingScores{}, &RankingScores{}
	for _, r := range results {
		if r.Answerable && r.Ranked {
			paragraphs.add(r.ParagraphRank)
			sentences.add(r.SentenceRank)
		}
	}
	if paragraphs.Recall1.Of == 0 {
		return nil, nil
	}
	return paragraphs, sentences
}

// rankOf is the place, from 1, of the first of ranked that right accepts, or 0.
func rankOf(ranked []bot.Ranked, right func(*corpus.Document, corpus.Span) bool) int {
	for i, r := range ranked[:min(depth, len(ranked))] {
		if right(r.Document, r.Span) {
			return i + 1
		}
	}
	return 0
}

// inParagraph reports whether the span is of the paragraph that the question
// is about, or for a question with substrings for gold, holds one.
func (it Item) inParagraph(d *corpus.Document, s corpus.Span) bool {
	if it.Paragraph.Document != nil {
		return it.Paragraph.Document.ID == d.ID && overlap(it.Paragraph.Span, s)
	}
	return it.inSentence(d, s)
}

// inSentence reports whether the span overlaps an answer or holds gold.
func (it Item) inSentence(d *corpus.Document, s corpus.Span) bool {
	return it.found(bot.Quote{Text: d.Slice(s), Source: bot.QuoteSource{ID: d.ID}, Start: s.Start, End: s.End})
}
