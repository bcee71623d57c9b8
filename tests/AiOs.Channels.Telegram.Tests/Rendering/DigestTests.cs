using AiOs.Channels.Telegram.Rendering;
using AiOs.Contracts.Cards;
using AiOs.Testing.Cards;

namespace AiOs.Channels.Telegram.Tests.Rendering;

public sealed class DigestTests
{
    [Fact]
    public void Render_FullDay_IsOneMessageWithItsPictureAndRowsThatBelongTogether()
    {
        var rendering = TelegramNotes.Render(SomeDigest.Note(SomeCards.Pixel), CardToken.Of);
        var (text, _) = Assert.Single(Reading.Read(rendering));

        Assert.Single(rendering.Pictures);
        Assert.Contains("Waiting for you: 9 decisions, 1 question, 1 outcome that nobody can tell", text, StringComparison.Ordinal);
        Assert.Contains("12000.50 EUR (2 invoices marked as paid)", text, StringComparison.Ordinal);
        Assert.Contains("Money out: Tue 120.00 EUR", text, StringComparison.Ordinal);
        Assert.Equal(["Show 1", "Approve 1", "Reject 1"], rendering.Last.Rows[0].Select(static button => button.Label));
        Assert.All(rendering.Last.Rows.SelectMany(static row => row), static button => Assert.NotNull(CardToken.Read(button.Data)));
        Keep("telegram.html", rendering.Last.Html);
    }

    /// <summary>For whoever wants to look at it.</summary>
    private static void Keep(string name, string text)
    {
        if (Environment.GetEnvironmentVariable("AIOS_LOOKS") is { Length: > 0 } folder)
        {
            File.WriteAllText(Path.Combine(folder, name), text);
        }
    }
}
