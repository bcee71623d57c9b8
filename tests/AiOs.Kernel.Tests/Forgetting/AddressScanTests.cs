using System.Text.Json;
using System.Text.RegularExpressions;
using AiOs.Kernel.Forgetting;
using AiOs.Testing.Doubles;

namespace AiOs.Kernel.Tests.Forgetting;

public sealed partial class AddressScanTests
{
    [Theory]
    [InlineData("Write to anna@berg.example, please.")]
    [InlineData("<anna@berg.example>")]
    [InlineData("mailto:anna@berg.example?subject=x")]
    [InlineData("https://x.example/?to=anna@berg.example&b=1")]
    [InlineData("'anna@berg.example'")]
    [InlineData("anna@berg.example.")]
    [InlineData("\nanna@berg.example\n")]
    public void In_TextThatNamesHer_FindsHer(string text) => Assert.Contains("anna@berg.example", AddressScan.In(text));

    [Theory]
    [InlineData("johanna@berg.example")]
    [InlineData("jo.anna@berg.example")]
    [InlineData("anna@berg.example.org")]
    [InlineData("anna@berg.examples")]
    [InlineData("anna at berg.example")]
    [InlineData("@berg.example")]
    public void In_TextThatNamesSomebodyElse_FindsNoHer(string text) => Assert.DoesNotContain("anna@berg.example", AddressScan.In(text));

    /// <summary>The grammar in one line is the oracle: the scan finds the same, whatever the text.</summary>
    [Fact]
    public void In_AnyText_FindsFirstWhatTheGrammarSays()
    {
        const string Letters = "aaBé9²..--@@@'/=+_ \n<";
        var random = new SeededEntropy(5);
        var bytes = new byte[24];
        var matches = 0;
        for (var round = 0; round < 20_000; round++)
        {
            random.Fill(bytes);
            var text = string.Concat(bytes.Select(one => Letters[one % Letters.Length]));
            var wanted = Grammar().Matches(text).Select(match => match.Value).ToArray();
            matches += wanted.Length;

            var rest = AddressScan.In(text).ToList();
            foreach (var whole in wanted)
            {
                Assert.Contains(whole, rest);
                rest.RemoveRange(0, rest.IndexOf(whole) + 1);
            }

            Assert.All(AddressScan.In(text), found => Assert.Contains(wanted, whole => whole.EndsWith(found, StringComparison.Ordinal)));
        }

        Assert.True(matches > 5_000, $"only {matches} addresses");
    }

    /// <summary>A stranger's megabyte must not hold a forgetting up: by the grammar alone these take hours.</summary>
    [Theory]
    [InlineData("a", "@ ")]
    [InlineData("a", "@-")]
    [InlineData("/", "anna@berg.example")]
    [InlineData("a@", "")]
    [InlineData("a@b", "")]
    [InlineData("a@b.", "")]
    [InlineData("@a-", "")]
    public async Task In_AMegabyteOfAlmostAddresses_TakesNoTime(string many, string end)
    {
        var text = string.Concat(Enumerable.Repeat(many, 1_000_000)) + end;
        var scan = Task.Run(() => AddressScan.In(text).Sum(found => (long)found.Length), TestContext.Current.CancellationToken);

        Assert.True(await scan.WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System, TestContext.Current.CancellationToken) >= 0);
    }

    [Fact]
    public void TextsIn_JsonInsideOfJson_IsOpened()
    {
        var inner = JsonSerializer.Serialize(new Dictionary<string, string> { ["text"] = "Hello\nanna@berg.example" });
        using var outer = JsonDocument.Parse(JsonSerializer.Serialize(new[] { inner }));

        Assert.Contains("anna@berg.example", AddressScan.TextsIn(outer.RootElement).SelectMany(AddressScan.In));
    }

    [GeneratedRegex(@"[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]+@[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?(?:\.[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?)*", RegexOptions.CultureInvariant)]
    private static partial Regex Grammar();
}
