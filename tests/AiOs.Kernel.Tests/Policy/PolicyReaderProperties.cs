using System.Text;
using AiOs.Kernel.Policy;
using FsCheck.Xunit;

namespace AiOs.Kernel.Tests.Policy;

public sealed class PolicyReaderProperties
{
    private static readonly string[] Splinters =
        ["\n", "  ", "- ", ": ", "{", "}", "[", "]", "\"", "'", "&a", "*a", "!!x", "---\n", "...\n", "%", "#", "|\n", ">", "? ", "\t", "\u2028", "\\U99999999", "\"\\x", "\uD800", "\0", "<<", "1e9", ","];

    [Property(MaxTest = 1000)]
    public void Read_AnyText_NeverThrows(string? text) => Check(text ?? string.Empty);

    [Property(MaxTest = 500)]
    public void Read_TextOfYamlSplinters_NeverThrows(byte[] script) => Check(string.Concat(script.Select(one => Splinters[one % Splinters.Length])));

    [Property(MaxTest = 80)]
    public void Read_DefaultFileMutated_NeverThrows(byte[] script) => Check(Mutated(script, SomePolicy.DefaultText));

    /// <summary>The property above says nothing if every mutation were harmless, or none.</summary>
    [Fact]
    public void Read_ManyMutations_SomeAreGoodSomeBad()
    {
        var random = new Random(7);
        var (good, bad, lines) = (0, 0, new HashSet<int>());
        for (var run = 0; run < 100; run++)
        {
            var script = new byte[6];
            random.NextBytes(script);
            switch (Check(Mutated(script, SomePolicy.DefaultText)))
            {
                case PolicyReading.Bad refused:
                    bad++;
                    lines.Add(refused.Line);
                    break;
                default:
                    good++;
                    break;
            }
        }

        Assert.True(good > 5 && bad > 40 && lines.Count > 15, $"{good} good, {bad} bad in {lines.Count} lines");
    }

    [Property(MaxTest = 80)]
    public void Read_PolicyDrawn_IsGoodAndHasItsRules(byte[] script)
    {
        var draw = new Draw(script);
        var rules = draw.Below(8);

        Assert.Equal(Enumerable.Range(0, rules).Select(rule => $"rule-{rule}"), SomePolicy.Read(draw.Text(rules)).Rules.Select(rule => rule.Name));
    }

    private static PolicyReading Check(string text)
    {
        var reading = PolicyReader.Read(text, SomePolicy.Currency);
        if (reading is PolicyReading.Bad bad)
        {
            Assert.InRange(bad.Line, 1, text.Count(letter => letter is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029') + 1);
            Assert.NotEmpty(bad.Reason);
        }

        return reading;
    }

    private static string Mutated(byte[] script, string text)
    {
        var draw = new Draw(script);
        var result = new StringBuilder(text);
        for (var change = 0; change < 1 + (script.Length % 4); change++)
        {
            var at = draw.Below(result.Length);
            switch (draw.Below(3))
            {
                case 0:
                    result.Remove(at, Math.Min(1 + draw.Below(12), result.Length - at));
                    break;
                case 1:
                    result.Insert(at, draw.One(Splinters));
                    break;
                default:
                    result[at] = (char)draw.Below(256);
                    break;
            }
        }

        return result.ToString();
    }
}
