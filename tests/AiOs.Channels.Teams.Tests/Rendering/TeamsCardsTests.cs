using System.Text;
using System.Text.Json.Nodes;
using AiOs.Channels.Teams.Rendering;
using AiOs.Contracts.Cards;
using AiOs.Testing.Cards;

namespace AiOs.Channels.Teams.Tests.Rendering;

/// <summary>TRUST part 3: what the eye sees. Values are shown whole and are never markup, mentions or links.</summary>
public sealed class TeamsCardsTests
{
    public static TheoryData<string> Names => [.. SomeCards.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Render_EveryKindOfCard_KeepsTheRulesAndTheSize(string name)
    {
        var rendering = Reading.Render(SomeCards.All[name], new TeamsRefresh("refresh-token", ["29:person-1"]));
        Assert.True(rendering.ShownWhole);
        Assert.Empty(rendering.Earlier);
        Assert.Empty(CardRules.Broken(JsonNode.Parse(rendering.Last)!.AsObject()));
        Assert.True(Encoding.UTF8.GetByteCount(rendering.Last) <= 28 * 1024);
    }

    [Fact]
    public void Rules_BrokenCard_AreNotKept()
    {
        var card = JsonNode.Parse(Reading.Render(SomeCards.Waiting).Last)!.AsObject();
        card["body"]!.AsArray().Add(new JsonObject { ["type"] = "TextBlock", ["text"] = "**markdown**" });
        card["body"]!.AsArray().Add(new JsonObject { ["type"] = "TextRun", ["size"] = "Pink", ["color"] = "Good" });
        Assert.Equal(["unknown type TextBlock", "TextRun lacks text", "TextRun has color", "TextRun has size Pink"], CardRules.Broken(card));
    }

    [Fact]
    public void Render_WaitingCard_SaysAllOfIt()
    {
        var rendering = Reading.Render(SomeCards.Waiting);
        const string Expected = """
            Inquiry from Hanna Lindqvist
            🟡 Waiting for you
            Hanna asks for a website and a booking page for her pottery studio.
            To: Hanna Lindqvist <hanna@lindqvist.example>
            Subject: Re: Website and booking page
            ❝ The mail
            Hello Hanna,
            _
            thank you for your message about a new website and booking page.
            I will come back to you with an estimate by Friday.
            _
            Kind regards,
            Jonas
            · Replies to the sender.
            """;
        Assert.Equal(Expected, Reading.Text(rendering).Replace('\u00A0', '_'));
    }

    [Fact]
    public void Render_Buttons_CarryATokenAndNothingElse()
    {
        var card = Reading.Cards(Reading.Render(SomeCards.Waiting)).Single();
        var taps = Reading.Elements(card).Where(static one => (string)one["type"]! is "Action.Execute" or "Action.Submit").ToList();
        Assert.Equal(8, taps.Count);
        Assert.All(taps, static tap => Assert.Equal("token", Assert.Single(tap["data"]!.AsObject()).Key));
        Assert.DoesNotContain(SomeCards.Nonce, card.ToJsonString(), StringComparison.Ordinal);
        foreach (var execute in taps.Where(static one => (string)one["type"]! == "Action.Execute"))
        {
            Assert.Equal((string)execute["data"]!["token"]!, (string)execute["fallback"]!["data"]!["token"]!);
        }

        Assert.Equal(["change"], Reading.Elements(card).Where(static one => (string)one["type"]! == "Input.Text").Select(static one => (string)one["id"]!));
    }

    [Fact]
    public void Render_CardToConfirm_AsksForItBesideTheButton()
    {
        var rendering = Reading.Render(SomeCards.Typing);
        Assert.Contains("To approve, type: 1,200.00 EUR", Reading.Text(rendering), StringComparison.Ordinal);
        var card = Reading.Cards(rendering).Single();
        Assert.Contains(Reading.Elements(card), static one => (string)one["type"]! == "Input.Text" && (string)one["id"]! == "confirm");
        var approve = card["actions"]!.AsArray().Single(static one => (string)one!["title"]! == "Approve")!;
        var reject = card["actions"]!.AsArray().Single(static one => (string)one!["title"]! == "Reject")!;
        Assert.Equal(("auto", "none"), ((string)approve["associatedInputs"]!, (string)reject["associatedInputs"]!));
    }

    [Fact]
    public void Render_HostileCard_ReadsNothingAsMarkup()
    {
        var rendering = Reading.Render(SomeCards.Hostile);
        var card = Reading.Cards(rendering).Single();
        Assert.Empty(CardRules.Broken(card));
        Assert.All(Reading.Elements(card).Where(static one => (string)one["type"]! == "TextRun"), static run => Assert.DoesNotContain("{{", (string)run["text"]!, StringComparison.Ordinal));
        Assert.Null(card["msteams"]!["entities"]);
        var text = Reading.Text(rendering);
        Assert.Contains("[U+202E]gnp.exe **x**", text, StringComparison.Ordinal);
        Assert.Contains("hanna@p\u0430ypal.com [mixed alphabets]", text, StringComparison.Ordinal);
        Assert.Contains("{{DATE(2017-02-14T06:08:00Z,LONG)}}", text, StringComparison.Ordinal);
        Assert.Contains("Hello <at>Boss</at>,", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_LongCard_SendsAllOfItFirstAndTheButtonsLast()
    {
        var rendering = Reading.Render(SomeCards.Long(500));
        Assert.True(rendering.ShownWhole);
        Assert.InRange(rendering.Earlier.Count, 2, 6);
        var text = Reading.Text(rendering);
        Assert.All(Enumerable.Range(1, 500), number => Assert.Contains($"{number:0000} xxx", text, StringComparison.Ordinal));
        Assert.All(Reading.Cards(rendering).SkipLast(1), static card => Assert.Null(card["actions"]));
        Assert.NotNull(Reading.Cards(rendering).Last()["actions"]);
        Assert.All(rendering.Earlier.Append(rendering.Last), static card => Assert.True(Encoding.UTF8.GetByteCount(card) <= 28 * 1024));
    }

    [Fact]
    public void Render_TooLongForTheChannel_CannotBeApprovedHere()
    {
        var rendering = Reading.Render(SomeCards.Long(5000));
        Assert.False(rendering.ShownWhole);
        Assert.Contains("cannot be approved here", Reading.Text(rendering), StringComparison.Ordinal);
        Assert.Equal(["Reject", "Why?"], Reading.Cards(rendering).Single()["actions"]!.AsArray().Select(static one => (string)one!["title"]!));
    }

    [Fact]
    public void Render_OneEndlessLine_IsCutWithAMarkAndLosesNothing()
    {
        var rendering = Reading.Render(SomeCards.Waiting with { Blocks = [new CardBlock.Quote("The mail", string.Concat(Enumerable.Repeat("👩‍👧a", 4000)))] });
        var text = Reading.Text(rendering);
        Assert.Equal(4000, (text.Length - text.Replace("👩‍👧", string.Empty, StringComparison.Ordinal).Length) / "👩‍👧".Length);
        Assert.Contains("[this line goes on]", text, StringComparison.Ordinal);
        Assert.True(rendering.Earlier.Count > 0);
    }

    [Fact]
    public void Render_TokenThatNoButtonTakes_Throws()
    {
        Assert.Throws<InvalidOperationException>(() => TeamsCards.Render(SomeCards.Waiting, static _ => string.Empty, null));
        Assert.Throws<InvalidOperationException>(() => TeamsCards.Render(SomeCards.Waiting, static _ => new string('x', 257), null));
    }
}
