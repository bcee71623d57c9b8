using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AiOs.Channels.Telegram.Rendering;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Cards;
using AiOs.Contracts.Ids;
using AiOs.Testing.Cards;

namespace AiOs.Channels.Telegram.Tests.Rendering;

/// <summary>TRUST part 3: what the eye sees. Values are shown whole and are never markup or links.</summary>
public sealed partial class TelegramCardsTests
{
    public static TheoryData<string> Names => [.. SomeCards.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Render_EveryKindOfCard_IsReadableAndWhole(string name)
    {
        var card = SomeCards.All[name];
        var rendering = Reading.Render(card);
        Assert.True(rendering.ShownWhole);
        Assert.Empty(rendering.Earlier);
        var (text, entities) = Reading.Read(rendering).Single();
        Assert.True(text.Length is > 0 and <= 4096);
        Assert.True(entities.Count < 100);
        Assert.Contains(card.Status, text, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_WaitingCard_SaysAllOfIt()
    {
        var rendering = Reading.Render(SomeCards.Waiting);
        const string Expected = """
            <b>Inquiry from Hanna Lindqvist</b>
            <b>🟡 </b><i>Waiting for you</i>

            Hanna asks for a website and a booking page for her pottery studio.

            <b>To: </b>Hanna Lindqvist <code>&lt;hanna@lindqvist.example&gt;</code>
            <b>Subject: </b>Re: Website and booking page

            <b>❝ </b><i>The mail</i>
            <blockquote>Hello Hanna,

            thank you for your message about a new website and booking page.
            I will come back to you with an estimate by Friday.

            Kind regards,
            Jonas</blockquote>

            <b>· </b><i>Replies to the sender.</i>
            """;
        Assert.Equal(Expected, rendering.Last.Html);
        Assert.Equal(["Approve", "Reject", "Change…"], rendering.Last.Rows[0].Select(static button => button.Label));
        Assert.Equal(["Why?"], rendering.Last.Rows[1].Select(static button => button.Label));
    }

    [Fact]
    public void Render_CardToConfirm_CannotBeApprovedByATap()
    {
        var rendering = Reading.Render(SomeCards.Typing);
        Assert.DoesNotContain(rendering.Last.Rows.SelectMany(static row => row), static button => button.Label == "Approve");
        Assert.Contains("To approve, reply to this message and type: 1,200.00 EUR", Reading.Read(rendering).Single().Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_HostileCard_HasNoMarkupLinksOrHiddenCharacters()
    {
        var rendering = Reading.Render(SomeCards.Hostile);
        var message = Reading.Read(rendering).Single();
        Assert.Contains("<script>alert(1)</script>", message.Text, StringComparison.Ordinal);
        Assert.Contains("[U+202E]gnp.exe", message.Text, StringComparison.Ordinal);
        Assert.Contains("p\u0430ypal.com [mixed alphabets]", message.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(message.Entities, static one => (string)one!["type"]! is "text_link" or "text_mention");
        MustBeInert(message);
    }

    [Fact]
    public void Render_LongCard_SendsAllOfItFirstAndTheButtonsLast()
    {
        var rendering = Reading.Render(SomeCards.Long(300));
        var messages = Reading.Read(rendering).ToList();
        Assert.True(rendering.ShownWhole);
        Assert.InRange(messages.Count, 4, 6);
        Assert.All(messages, static message => Assert.True(message.Text.Length <= 4096));
        Assert.All(rendering.Earlier, static message => Assert.Empty(message.Rows));
        Assert.Contains(rendering.Last.Rows.SelectMany(static row => row), static button => button.Label == "Approve");
        var all = string.Join('\n', messages.Select(static message => message.Text));
        Assert.All(Enumerable.Range(1, 300), number => Assert.Contains($"{number:0000} xxx", all, StringComparison.Ordinal));
        Assert.StartsWith("── Part 1 of", messages[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_OneEndlessLine_IsCutWithAMarkAndLosesNothing()
    {
        var word = string.Concat(Enumerable.Repeat("👩‍👧a", 2500));
        var rendering = Reading.Render(SomeCards.Waiting with { Blocks = [new CardBlock.Quote("The mail", word)] });
        var messages = Reading.Read(rendering).ToList();
        var marked = messages.Sum(static message => CountOf(message.Text, "[this line goes on]"));
        Assert.True(marked >= 2);
        Assert.Equal(2500, messages.Sum(static message => CountOf(message.Text, "👩‍👧")));
        Assert.All(messages, static message => Assert.DoesNotContain('\uFFFD', message.Text));
    }

    [Fact]
    public void Render_TooLongForTheChannel_CannotBeApprovedHere()
    {
        var rendering = Reading.Render(SomeCards.Long(2000));
        Assert.False(rendering.ShownWhole);
        Assert.Empty(rendering.Earlier);
        Assert.Contains("cannot be approved here", Reading.Read(rendering).Single().Text, StringComparison.Ordinal);
        Assert.Equal(["Reject", "Why?"], rendering.Last.Rows.SelectMany(static row => row).Select(static button => button.Label));
    }

    [Fact]
    public void Render_ManyMarkedWords_StaysUnderTheEntitiesThatTelegramKeeps()
    {
        var text = string.Join(' ', Enumerable.Range(0, 400).Select(static number => $"w{number} a{number}@berg.example"));
        var rendering = Reading.Render(SomeCards.Waiting with { Blocks = [new CardBlock.Quote("The mail", text)] });
        var messages = Reading.Read(rendering).ToList();
        Assert.All(messages, static message => Assert.True(message.Entities.Count < 100));
        Assert.All(messages, MustBeInert);
        Assert.Equal(400, messages.Sum(static message => CountOf(message.Text, "@berg.example")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345")]
    public void Render_TokenThatNoButtonTakes_Throws(string token)
    {
        var card = SomeCards.Waiting;
        Assert.Throws<InvalidOperationException>(() => TelegramCards.Render(card, _ => token));
    }

    [Fact]
    public void Render_TapOfEachButton_SaysWhatItMeans()
    {
        List<CardTap> taps = [];
        foreach (var card in SomeCards.All.Values)
        {
            _ = TelegramCards.Render(
                card,
                tap =>
                {
                    taps.Add(tap);
                    return $"t{taps.Count}";
                });
        }

        Assert.Contains(new CardTap.Decide(DecisionKind.Approve, SomeCards.Approval, Digest.Of([1]), SomeCards.Nonce), taps);
        Assert.Equal(3, taps.OfType<CardTap.Settle>().Select(static tap => tap.Settlement).Distinct().Count());
        Assert.Single(taps.OfType<CardTap.Undo>());
    }

    internal static void MustBeInert((string Text, JsonArray Entities) message)
    {
        var inert = Reading.Inert(message);
        foreach (Match found in Tappable().Matches(message.Text))
        {
            Assert.True(inert[found.Index], $"{found.Value} could be tapped in: {message.Text}");
        }
    }

    private static int CountOf(string text, string part) => (text.Length - text.Replace(part, string.Empty, StringComparison.Ordinal).Length) / part.Length;

    /// <summary>What Telegram makes into links by itself, told by another rule than the renderer's.</summary>
    [GeneratedRegex(@"\w+://\S|\w+@\w+\.\w|\b[a-z0-9-]+\.(com|example|net|org|exe)\b|(?<=^|\s)[/@#]\w+|(?<=^|\s)\$[A-Z]{2,}", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex Tappable();
}
