using System.Diagnostics;
using AiOs.Kernel.Policy;
using AiOs.Kernel.Policy.Judging;

namespace AiOs.Kernel.Tests.Policy;

public sealed class PolicyReaderTests
{
    private const int BadFilesAtLeast = 100;

    public static TheoryData<int> Bad => [.. Enumerable.Range(0, BadFiles.All.Count)];

    [Fact]
    public void Read_TableOfBadFiles_IsLong() => Assert.True(BadFiles.All.Count >= BadFilesAtLeast, $"only {BadFiles.All.Count}");

    [Theory]
    [MemberData(nameof(Bad))]
    public void Read_BadFile_IsRefusedWithItsLineAndReason(int number)
    {
        var (line, about, text) = BadFiles.All[number];
        foreach (var written in new[] { text, text.Replace("\n", "\r\n", StringComparison.Ordinal), '\uFEFF' + text })
        {
            var bad = Assert.IsType<PolicyReading.Bad>(PolicyReader.Read(written, SomePolicy.Currency));

            Assert.Contains(about, bad.Reason, StringComparison.Ordinal);
            Assert.Equal(line, bad.Line);
            Assert.Equal(bad.Reason.Trim(), bad.Reason);
            Assert.DoesNotContain('\n', bad.Reason);
        }
    }

    [Fact]
    public void Read_TwoMistakes_NamesTheTopmost()
    {
        var bad = Assert.IsType<PolicyReading.Bad>(PolicyReader.Read("version: 1\nrules: 5\ncolour: x\ninterruptions: 3\n", SomePolicy.Currency));

        Assert.Equal(2, bad.Line);
    }

    [Fact]
    public void Read_WithoutAUsableCurrency_IsRefused() =>
        Assert.Contains("currency", Assert.IsType<PolicyReading.Bad>(PolicyReader.Read("version: 1\nrules: []\n", "euro")).Reason, StringComparison.Ordinal);

    [Fact]
    public void Read_CommentChanged_HasAnotherDigest()
    {
        var text = SomePolicy.DefaultText;

        Assert.Equal(SomePolicy.Read(text).Digest, SomePolicy.Read(text).Digest);
        Assert.NotEqual(SomePolicy.Read(text).Digest, SomePolicy.Read(text + "# more\n").Digest);
    }

    [Fact]
    public void Read_EveryAnswer_IsItself()
    {
        var rules = PolicyAnswers.Texts.Select((text, at) => $"  - {{ name: r{at}, when: {{ spend: ads }}, then: {text}, because: So. }}\n");
        var document = SomePolicy.Read("version: 1\nrules:\n" + string.Concat(rules));

        Assert.Equal(Enum.GetValues<PolicyAnswer>(), document.Rules.Select(rule => rule.Then));
        Assert.Equal(Enum.GetValues<PolicyAnswer>(), document.Rules.Select(rule => PolicyAnswers.Of(rule.Then.ToVerdict(rule.Name, rule.Because))));
    }

    /// <summary>What is small enough to be read is read in no time, whatever it is made of.</summary>
    [Theory]
    [InlineData("[")]
    [InlineData("{")]
    [InlineData("- ")]
    [InlineData("? ")]
    [InlineData("a: ")]
    [InlineData("a:\n ")]
    [InlineData("\"")]
    [InlineData("|\n")]
    [InlineData("x,")]
    [InlineData("&a ")]
    [InlineData("- a\n")]
    public void Read_LongAndBroken_EndsSoon(string part)
    {
        var watch = Stopwatch.StartNew();
        var text = "version: 1\nrules: []\namendments:\n" + string.Concat(Enumerable.Repeat(part, 30_000 / part.Length));

        Assert.IsType<PolicyReading.Bad>(PolicyReader.Read(text, SomePolicy.Currency));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{watch.Elapsed}");
    }

    [Fact]
    public void Judge_ByTheLongestFile_EndsSoon()
    {
        var rules = Enumerable.Range(0, 800).Select(at => $"  - {{ name: rule-{at}, when: {{ amount: {{ upTo: {at} }}, days: tue }}, then: {(at % 2 == 0 ? "allow" : "deny")}, because: So. }}\n");
        var watch = Stopwatch.StartNew();
        var judgement = SomePolicy.Read("version: 1\nrules:\n" + string.Concat(rules)).Judge(SomePolicy.Bill);

        Assert.Equal("no-rule", judgement.Rule);
        Assert.Equal("'rule-80' would have allowed this if the day were Tuesday (it is Monday).", judgement.Counterfactuals[0].Sentence);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{watch.Elapsed}");
    }
}
