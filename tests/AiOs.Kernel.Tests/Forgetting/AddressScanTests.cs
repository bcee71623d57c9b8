using System.Text.Json;
using AiOs.Kernel.Forgetting;

namespace AiOs.Kernel.Tests.Forgetting;

public sealed class AddressScanTests
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

    [Fact]
    public async Task In_AMegabyteOfSignsBeforeHer_FindsHerInNoTime()
    {
        var text = new string('/', 1_000_000) + "anna@berg.example";
        var scan = Task.Run(() => AddressScan.In(text).Contains("anna@berg.example"), TestContext.Current.CancellationToken);

        Assert.True(await scan.WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void TextsIn_JsonInsideOfJson_IsOpened()
    {
        var inner = JsonSerializer.Serialize(new Dictionary<string, string> { ["text"] = "Hello\nanna@berg.example" });
        using var outer = JsonDocument.Parse(JsonSerializer.Serialize(new[] { inner }));

        Assert.Contains("anna@berg.example", AddressScan.TextsIn(outer.RootElement).SelectMany(AddressScan.In));
    }
}
