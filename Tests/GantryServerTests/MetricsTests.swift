import GantryServer
import Testing

@Suite("Histograms")
struct HistogramTests {
  private var histogram = Histogram(first: 1, factor: 2, count: 4)

  @Test("Bounds grow by the factor, and a value on a bound belongs below it")
  mutating func bounds() {
    #expect(histogram.bounds == [1, 2, 4, 8])
    for value in [0, 1, 1.5, 2, 8, 8.001, 1e9] { histogram.observe(value) }
    #expect(histogram.counts == [2, 2, 0, 1, 2])
    #expect(histogram.cumulative == [2, 4, 4, 5])
    #expect(histogram.count == 7)
  }

  @Test("What cannot be a size is counted as nothing, or not at all")
  mutating func strangeValues() {
    histogram.observe(-5)
    histogram.observe(.nan)
    histogram.observe(.infinity)
    #expect(histogram.counts == [1, 0, 0, 0, 1])
  }

  @Test("Every value lands in the first bucket whose bound is not below it")
  mutating func placement() {
    let wide = Histogram(first: 0.000_016, factor: 4, count: 11)
    for (index, bound) in wide.bounds.enumerated() {
      for (value, place) in [(bound, index), (bound.nextUp, index + 1), (bound.nextDown, index)] {
        var one = wide
        one.observe(value)
        #expect(one.counts.firstIndex(of: 1) == place, "\(value)")
      }
    }
  }

  @Test("Quantiles lie within the bucket of their rank, and never above the last bound")
  mutating func quantiles() throws {
    #expect(histogram.quantile(0.5) == nil)
    for _ in 0..<99 { histogram.observe(3) }
    histogram.observe(100)
    #expect((2...4).contains(try #require(histogram.quantile(0.5))))
    #expect((2...4).contains(try #require(histogram.quantile(0))))
    #expect(histogram.quantile(1) == 8)
    #expect(try #require(histogram.quantile(0.5)) < #require(histogram.quantile(0.9)))
  }
}
