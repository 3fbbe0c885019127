package seeds

// Examples are questions which the articles answer, by language, for a door to
// show to somebody who does not know what to ask.
func Examples() map[string][]string {
	return map[string][]string{
		"tr": {
			"Kuzey Kore Rusya'ya kaç asker gönderdi?",
			"Rusya Kuzey Kore'ye ne kadar yardım yaptı?",
			"Kapsamlı Stratejik Ortaklık Anlaşması nerede imzalandı?",
		},
		"en": {
			"How many soldiers did North Korea send to Russia?",
			"How much aid did Russia give to North Korea?",
			"Where was the partnership agreement signed?",
		},
	}
}
