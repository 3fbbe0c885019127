package quantity

import "testing"

func BenchmarkFind(b *testing.B) {
	for _, c := range []struct{ name, text string }{
		{"two", "Raporda ayrıca Kuzey Kore ile Rusya arasındaki ilişkilerin Ukrayna savaşı sonrasında kalıcı hale gelebileceği ve iki ülkenin ortaklığının Asya’da yeni gerilimlere yol açabileceği, bölgedeki müttefiklerin de buna hazırlanması gerektiği aktarıldı ifade edilerek."},
		{"without", "Raporda ayrıca Kuzey Kore ile Rusya arasındaki ilişkilerin Ukrayna savaşı sonrasında kalıcı hale gelebileceği ve bu ülkelerin ortaklığının Asya’da yeni gerilimlere yol açabileceği, bölgedeki müttefiklerin de buna hazırlanması gerektiği aktarıldı ifade edilerek."},
		{"article", "bir araya gelen iki ülke arasında, Kuzey Kore yaklaşık 9,8 milyar dolar değerinde silah sağladı ve en az 13 bin asker gönderdi."},
		{"english", "The report says that relations between North Korea and Russia may become permanent after the war and that the partnership of the countries could lead to new tensions on the peninsula."},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				FindIn(c.text, "")
			}
		})
	}
}
