package when

import "testing"

func BenchmarkFind(b *testing.B) {
	for _, c := range []struct{ name, text string }{
		{"without", "Raporda ayrıca Kuzey Kore ile Rusya arasındaki ilişkilerin Ukrayna savaşı sonrasında kalıcı hale gelebileceği ve bu ülkelerin ortaklığının Asya’da yeni gerilimlere yol açabileceği, bölgedeki müttefiklerin de buna hazırlanması gerektiği aktarıldı ifade edilerek."},
		{"article", "Kuzey Kore lideri Kim Jong-Un ve Rusya Devlet Başkanı Vladimir Putin, geçtiğimiz yılın haziran ayında Pyongyang'da bir araya gelerek, Kapsamlı Stratejik Ortaklık Anlaşması imzalamıştı."},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Find(c.text, Day{2025, 9, 19})
			}
		})
	}
}
