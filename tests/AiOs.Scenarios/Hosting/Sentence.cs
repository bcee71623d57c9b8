namespace AiOs.Scenarios.Hosting;

/// <summary>What a person is told when something is wrong: one clear sentence, and nothing of the machine's insides.</summary>
public static class Sentence
{
    public static string MustBeOne(string text, params string[] words)
    {
        var said = text.Trim();
        Assert.False(said.Contains('\n', StringComparison.Ordinal), $"more than one line: {said}");
        Assert.True(said.EndsWith('.'), $"does not end as a sentence: {said}");
        Assert.DoesNotContain("Exception", said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
        Assert.True(said.Length is > 20 and < 400, $"too short or too long: {said}");
        foreach (var word in words)
        {
            Assert.Contains(word, said, StringComparison.OrdinalIgnoreCase);
        }

        return said;
    }
}
