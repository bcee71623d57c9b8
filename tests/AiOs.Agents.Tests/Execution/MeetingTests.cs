using AiOs.Contracts.Intake;
using AiOs.Contracts.Proposals;

namespace AiOs.Agents.Tests.Execution;

public sealed class MeetingTests
{
    private static readonly AgentBrief Two = Drafts.Brief(Some.Mail("Shall we meet on Tuesday at 10:00 or Thursday at 14:00?", "Call"),
        Category.Meeting);

    [Fact]
    public void Draft_TwoTimes_ListsThemAcceptsNoneAndAsks()
    {
        var draft = Two.Draft();

        Assert.Contains("- Tuesday, 24 November 2026, 10:00 (UTC+01:00)\n- Thursday, 26 November 2026, 14:00 (UTC+01:00)",
            draft.Mail().Text, StringComparison.Ordinal);
        Assert.DoesNotContain("suits me", draft.Mail().Text, StringComparison.Ordinal);
        Assert.Contains("Which of these", draft.Question, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("the second one")]
    [InlineData("2")]
    [InlineData("Thursday")]
    [InlineData("14:00")]
    [InlineData("Thursday at 2 pm")]
    [InlineData("26 November")]
    public void Draft_AnswerNamesOneTime_ConfirmsExactlyThat(string answer)
    {
        var draft = Two.Answered(answer).Draft();

        Assert.Contains("Thursday, 26 November 2026, 14:00 (UTC+01:00) suits me.", draft.Mail().Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Tuesday", draft.Mail().Text, StringComparison.Ordinal);
        Assert.Null(draft.Question);
    }

    [Fact]
    public void Draft_YesToTwoTimes_ConfirmsNone() =>
        Assert.DoesNotContain("suits me", Two.Answered("yes").Draft().Mail().Text, StringComparison.Ordinal);

    [Fact]
    public void Draft_YesToOneTime_ConfirmsIt() =>
        Assert.Contains(
            "Tuesday, 24 November 2026, 10:00 (UTC+01:00) suits me.",
            Drafts.Brief(Some.Mail("Tuesday at 10:00?", "Call"), Category.Meeting).Answered("Yes!").Draft().Mail().Text,
            StringComparison.Ordinal);

    [Fact]
    public void Draft_No_SaysThatNoneSuits() =>
        Assert.Contains("none of them suits", Two.Answered("none of them").Draft().Mail().Text, StringComparison.Ordinal);

    [Fact]
    public void Draft_OtherWords_AreTheOperators()
    {
        var text = Two.Answered("Friday at 9 would be better for me").Draft().Mail().Text;

        Assert.Contains("Friday at 9 would be better for me.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("suits me", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Draft_TimesOver_AreNotProposedAgain() =>
        Assert.Contains("no day or time", Drafts.Brief(Some.Mail("As said on 3 November 2026 at 10:00.", "Call"),
            Category.Meeting).Draft().Question, StringComparison.Ordinal);

    [Fact]
    public void Draft_German_WritesGermanDays() =>
        Assert.Contains(
            "- Dienstag, 24. November 2026, 10:30 Uhr (UTC+01:00)",
            Drafts.Brief(Some.Mail("Guten Tag, passt Ihnen der 24.11. um 10:30 Uhr für ein Gespräch bei uns?", "Termin"),
                Category.Meeting).Draft().Mail().Text,
            StringComparison.Ordinal);
}
