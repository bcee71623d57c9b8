using AiOs.Contracts.Intake;
using AiOs.Contracts.Proposals;

namespace AiOs.Agents.Tests.Drafting;

public sealed class ChangeTests
{
    private static readonly AgentBrief Brief = Drafts.Brief(Some.Mail("Hello, we found you online. What would a logo cost?", "Logo"),
        Category.Inquiry);

    [Theory]
    [InlineData("add: I am away next week")]
    [InlineData("say that I am away next week")]
    [InlineData("please add that I am away next week")]
    public void Draft_Add_PutsASentenceBeforeTheClosing(string words) =>
        Assert.Contains("I am away next week.\n\nKind regards,", Brief.Changed(words).Mail().Text, StringComparison.Ordinal);

    [Fact]
    public void Draft_Subject_IsSet() => Assert.Equal("Your café", Brief.Changed("subject: Your café").Mail().Subject);

    [Fact]
    public void Draft_Recipient_IsSetAndGreetedWithoutTheOldName()
    {
        var mail = Brief.Changed("send it to office@weber.example").Mail();

        Assert.Equal("office@weber.example", Assert.Single(mail.To).Address);
        Assert.StartsWith("Hello,\n", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Draft_Replacement_IsExact() =>
        Assert.Contains("Warm regards,", Brief.Changed("replace \"Kind regards\" with \"Warm regards\"").Mail().Text,
            StringComparison.Ordinal);

    [Fact]
    public void Draft_Removal_IsExact() =>
        Assert.DoesNotContain("budget", Brief.Changed("remove \"- which budget you have in mind\"").Mail().Text, StringComparison.Ordinal);

    [Fact]
    public void Draft_Shorter_KeepsGreetingFirstParagraphAndClosing() =>
        Assert.Equal(
            "Hello Anna Weber,\n\nThank you for your message about “Logo”.\n\nKind regards,\nJo Operator\n",
            Brief.Changed("make it shorter").Mail().Text);

    [Fact]
    public void Draft_WholeNewText_BecomesTheBodyAsItIs()
    {
        const string text = "Hi Anna,\n\nthanks for asking. I am fully booked until March. Would April suit you?\n\nJo";

        Assert.Equal(text + "\n", Brief.Changed(text).Mail().Text);
    }

    [Theory]
    [InlineData("make it friendlier")]
    [InlineData("rewrite it so that it sounds like a poem. Use rhymes. Be bold.")]
    [InlineData("replace \"not in it\" with \"x\"")]
    public void Draft_NotUnderstood_LeavesTheDraftAndAsksBack(string words)
    {
        var draft = Brief.Changed(words);

        Assert.Equal(Brief.Draft().Effects, draft.Effects);
        Assert.Contains("could not do", draft.Question, StringComparison.Ordinal);
    }

    [Fact]
    public void Draft_TwoChanges_BothStand()
    {
        var first = Brief with { Previous = Brief.Draft(), OperatorWords = ["subject: Café"], ChangeWanted = true };
        var second = first with { Previous = first.Draft(), OperatorWords = ["subject: Café", "add: See you"] };
        var mail = second.Draft().Mail();

        Assert.Equal("Café", mail.Subject);
        Assert.Contains("See you.", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Draft_ChangedToAnotherCategory_DraftsAnew() =>
        Assert.Empty(Brief.Changed("no, it's spam").Effects);
}
