using AiOs.Agents.Intake.Categories;
using AiOs.Agents.Intake.Classification;

namespace AiOs.Agents.Tests.Intake;

public sealed class ClassifierTests(ITestOutputHelper output)
{
    /// <summary>Measured 71.8 % with words and marks alone (fourteen classes, texts of twenty words); the rules come on top.</summary>
    private const double Floor = 0.70;

    [Fact]
    public void Train_FiveFolds_HoldsTheFloorAndTheCalibration()
    {
        var examples = CategoryExamples.Read();
        var (right, loss, confusion) = (0, 0.0, new Dictionary<string, int>(StringComparer.Ordinal));
        for (var fold = 0; fold < 5; fold++)
        {
            var classifier = TextClassifier.Train(examples.Where((_, i) => i % 5 != fold), CategoryClassifier.Temperature);
            foreach (var (input, label) in examples.Where((_, i) => i % 5 == fold))
            {
                var scores = classifier.Classify(input);
                right += scores[0].Label == label ? 1 : 0;
                loss -= Math.Log(Math.Max(1e-9, scores.First(score => score.Label == label).Probability));
                var pair = $"{label} -> {scores[0].Label}";
                confusion[pair] = confusion.GetValueOrDefault(pair) + 1;
            }
        }

        foreach (var (pair, count) in confusion.OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key, StringComparer.Ordinal))
        {
            output.WriteLine($"{count,3} {pair}");
        }

        output.WriteLine($"right {100.0 * right / examples.Count:F1} %, loss {loss / examples.Count:F3}");
        Assert.True(right >= Floor * examples.Count, $"{right} of {examples.Count}");
        Assert.True(loss / examples.Count < 1.0, $"loss {loss / examples.Count:F3}: the temperature no longer fits");
    }

    [Fact]
    public void Examples_OfEveryCategory_AreManyAndDifferent()
    {
        var examples = CategoryExamples.Read();

        Assert.All(examples.GroupBy(example => example.Label), group => Assert.True(group.Count() >= 25, group.Key));
        Assert.Equal(14, examples.Select(example => example.Label).Distinct().Count());
        Assert.Equal(examples.Count, examples.Select(example => example.Input.Text).Distinct().Count());
    }

    [Fact]
    public void Train_Twice_GivesTheSameProbabilities()
    {
        var examples = CategoryExamples.Read();
        var (one, other) = (TextClassifier.Train(examples), TextClassifier.Train(examples));

        foreach (var (input, _) in examples.Take(50))
        {
            Assert.Equal(one.Classify(input), other.Classify(input));
        }
    }

    [Fact]
    public void Classify_OtherLabels_Probabilities()
    {
        var classifier = TextClassifier.Train(
        [
            ("my card was stolen", "card"), ("the card is lost", "card"), ("new card please", "card"),
            ("what is the exchange rate", "rate"), ("rate for euros today", "rate"), ("exchange rates", "rate"),
        ]);

        var scores = classifier.Classify("I lost my card");

        Assert.Equal("card", scores[0].Label);
        Assert.Equal(1.0, scores.Sum(score => score.Probability), 6);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\u0000\uD800")]
    [InlineData(">>>>")]
    public void Classify_OddText_StillAnswers(string text) =>
        Assert.Equal(2, TextClassifier.Train([("a b c", "x"), ("d e f", "y")]).Classify(text).Count);
}
