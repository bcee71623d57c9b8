using System.Diagnostics;
using AiOs.Agents.Intake.Categories;
using AiOs.Agents.Intake.Learning;

namespace AiOs.Agents.Tests.Intake.Learning;

public sealed class TextLearnerTests(ITestOutputHelper output)
{
    private static readonly LearnedExample[] Shop =
    [
        new("my parcel has not come", "parcel"), new("where is the parcel I ordered", "parcel"), new("the package is late", "parcel"),
        new("I want my money back", "refund"), new("please refund the purchase", "refund"), new("how do I return this", "refund"),
        new("are you open on sunday", "hours"), new("when do you close", "hours"), new("opening hours please", "hours"),
    ];

    [Fact]
    public void Answer_NothingLearned_SaysThatItDoesNotKnow()
    {
        var answer = new TextLearner().Answer("anything");

        Assert.Null(answer.Label);
        Assert.False(answer.Known);
        Assert.Empty(answer.Scores);
    }

    [Fact]
    public void Learn_OneAfterTheOther_EachIsRightAtOnceAndInALearnerMadeAnew()
    {
        var learner = new TextLearner();
        foreach (var example in Shop)
        {
            learner.Learn(example);
            Assert.Equal(example.Label, learner.Answer(example.Text).Label);
        }

        var anew = TextLearner.Train(learner.Examples);
        Assert.All(Shop, example => Assert.Equal(example.Label, anew.Answer(example.Text.ToUpperInvariant()).Label));
    }

    [Fact]
    public void Learn_TheSameTextMeantDifferently_TheLaterWordCounts()
    {
        var learner = TextLearner.Train(Shop);

        learner.Learn(new LearnedExample(Shop[0].Text, "complaint"));

        Assert.Equal("complaint", learner.Answer(Shop[0].Text).Label);
        Assert.Equal("complaint", TextLearner.Train(learner.Examples).Answer(Shop[0].Text).Label);
        Assert.Contains("complaint", learner.Labels);
    }

    [Fact]
    public void Answer_WordsNeverSeenThatMeanTheSame_IsRight()
    {
        var learner = TextLearner.Train(Shop);

        Assert.Equal("refund", learner.Answer("I'd like a reimbursement for what I bought").Label);
    }

    [Fact]
    public void Train_WithExamplesOfNothing_KnowsThemFromTheRest()
    {
        var learner = TextLearner.Train(
        [
            .. Shop, new("the moon is made of cheese", null), new("sing me something about whales", null), new("who painted this picture", null),
        ]);

        Assert.False(learner.Answer("the moon is made of cheese").Known);
        Assert.DoesNotContain(learner.Labels, label => label.Length == 0);
        Assert.Equal(3, learner.Answer("whales").Scores.Count);
    }

    [Fact]
    public void Train_Twice_GivesTheSameAnswers()
    {
        var examples = CategoryExamples.Read().Select(example => new LearnedExample(example.Input.Text, example.Label)).Take(120).ToList();
        var (one, other) = (TextLearner.Train(examples), TextLearner.Train(examples));

        Assert.All(Shop, example => Assert.Equal(one.Answer(example.Text).Scores, other.Answer(example.Text).Scores));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\u0000\uD800")]
    [InlineData("> > >")]
    public void Learn_OddText_IsKeptAndAnswered(string text)
    {
        var learner = TextLearner.Train(Shop);

        learner.Learn(new LearnedExample(text, "odd"));

        Assert.Equal("odd", learner.Answer(text).Label);
    }

    [Fact]
    public void Answer_TextsNeverLearned_TheConfidenceComesTrue()
    {
        var examples = CategoryExamples.Read().Select(example => new LearnedExample($"{example.Input.Subject}\n{example.Input.Text}", example.Label)).ToList();
        var (gaps, right, count) = (new double[10], 0, 0);
        for (var fold = 0; fold < 5; fold++)
        {
            var learner = TextLearner.Train(examples.Where((_, i) => i % 5 != fold));
            foreach (var example in examples.Where((_, i) => i % 5 == fold))
            {
                var answer = learner.Answer(example.Text);
                var hit = answer.Label == example.Label ? 1 : 0;
                right += hit;
                count++;
                gaps[Math.Min(9, (int)(answer.Confidence * 10))] += answer.Confidence - hit;
            }
        }

        var error = gaps.Sum(Math.Abs) / count;
        output.WriteLine($"{100.0 * right / count:F1} % right, expected calibration error {error:F3}");
        Assert.True(right >= 0.6 * count, $"{right} of {count}");
        Assert.True(error <= 0.12, $"the confidence is {error:F3} off on average");
    }

    [Fact]
    public void Learn_AfterManyExamples_TakesMilliseconds()
    {
        var learner = TextLearner.Train(CategoryExamples.Read().Select(example => new LearnedExample(example.Input.Text, example.Label)));
        learner.Learn(Shop[0]);

        var start = Stopwatch.GetTimestamp();
        learner.Learn(Shop[1]);
        var took = Stopwatch.GetElapsedTime(start);

        output.WriteLine($"one example learned in {took.TotalMilliseconds:F1} ms");
        Assert.True(took < TimeSpan.FromSeconds(20));
    }
}
