// Package evidence decides whether a sentence answers a question.
package evidence
