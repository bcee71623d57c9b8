using AiOs.Contracts.Ids;
using AiOs.Contracts.Proposals;
using AiOs.Contracts.Records;

namespace AiOs.Agents.Tests.Billing;

public sealed class ReminderTests
{
    private static readonly RecordSnapshot Berg = Drafts.Known("client/berg", 3, ("name", "Berg GmbH"), ("email", "office@berg.example"));

    [Theory]
    [InlineData("2026-11-20", "friendly", "please take this as settled")]
    [InlineData("2026-11-09", "firm", "Please pay it now")]
    [InlineData("2026-10-20", "last", "last reminder")]
    public void Draft_DaysOverdue_SayHowFirm(string due, string level, string sentence)
    {
        var draft = Typed("send a reminder for invoice 2026-017", Berg, Open("2026-017", due)).Draft();

        Assert.Equal($"Remind Berg GmbH of invoice 2026-017 over 1200.00 EUR, due {due} ({level}).", draft.Summary);
        Assert.Contains(sentence, draft.Mail().Text, StringComparison.Ordinal);
        Assert.Contains("invoice 2026-017 over 1200.00 EUR was due on ", draft.Mail().Text, StringComparison.Ordinal);
        Assert.Equal("office@berg.example", Assert.Single(draft.Mail().To).Address);
        Assert.Equal("2026-11-23", draft.Record().Fields["reminded"].Value);
        Assert.Contains(draft.Reasons, reason => reason.EndsWith("days overdue (invoice/2026-017, version 4)", StringComparison.Ordinal));
    }

    [Fact]
    public void Draft_RemindedBefore_IsFirmer()
    {
        var draft = Typed("remind client/berg of invoice 2026-017", Berg, Open("2026-017", "2026-11-20", ("reminder-level", "1"), ("reminded", "2026-11-21"))).Draft();

        Assert.Contains("Please pay it now", draft.Mail().Text, StringComparison.Ordinal);
        Assert.Equal("2", draft.Record().Fields["reminder-level"].Value);
        Assert.Contains("reminded before on 2026-11-21 (invoice/2026-017, version 4)", draft.Reasons);
    }

    [Fact]
    public void Draft_WhoPaidLateBefore_GetsItFirmerAndTheReason()
    {
        var late = Drafts.Known("invoice/2026-003", 7, ("number", "2026-003"), ("client", "client/berg"), ("amount", "90.00 EUR"), ("due", "2026-03-01"), ("paid", "2026-03-31"));
        var draft = Typed("payment reminder to Berg", Berg, Open("2026-017", "2026-11-20"), late).Draft();

        Assert.Contains("Please pay it now", draft.Mail().Text, StringComparison.Ordinal);
        Assert.Contains("2026-003 was paid 30 days late (invoice/2026-003, version 7), so it is firmer", draft.Reasons);
    }

    [Fact]
    public void Draft_TwoOverdue_AsksWhichAndTakesTheAnswer()
    {
        var brief = Typed("send a reminder to Berg", Berg, Open("2026-017", "2026-11-20"), Open("2026-018", "2026-11-21"));

        Assert.Contains("2026-017 over 1200.00 EUR (invoice/2026-017, version 4); 2026-018", brief.Draft().Question, StringComparison.Ordinal);
        Assert.Equal("Reminder: invoice 2026-018", brief.Answered("2026-018").Draft().Mail().Subject);
    }

    [Fact]
    public void Draft_NotDueYet_AsksFirst()
    {
        var brief = Typed("send a reminder for invoice 2026-017", Berg, Open("2026-017", "2026-11-30"));

        Assert.Empty(brief.Draft().Effects);
        Assert.Contains("is due on 2026-11-30 only", brief.Draft().Question, StringComparison.Ordinal);
        Assert.Equal(2, brief.Answered("yes").Draft().Effects.Count);
        Assert.Empty(brief.Answered("no").Draft().Effects);
    }

    [Fact]
    public void Draft_PaidAlready_DoesNothingAndSaysSo()
    {
        var draft = Typed("send a reminder for invoice 2026-017", Berg, Open("2026-017", "2026-11-20", ("paid", "2026-11-22"))).Draft();

        Assert.Empty(draft.Effects);
        Assert.Null(draft.Question);
        Assert.Equal("Nothing to do: invoice 2026-017 is not open any more (invoice/2026-017, version 4).", draft.Summary);
    }

    [Fact]
    public void Draft_UnknownInvoice_Asks() => Assert.NotNull(Typed("send a reminder for invoice 2026-099", Berg).Draft().Question);

    private static RecordSnapshot Open(string number, string due, params (string, string)[] more) =>
        Drafts.Known("invoice/" + number, 4, [("number", number), ("client", "client/berg"), ("amount", "1200.00 EUR"), ("due", due), .. more]);

    private static AgentBrief Typed(string text, params RecordSnapshot[] facts)
    {
        var brief = Drafts.Typed(text).With(facts);
        Assert.Equal(AgentName.Billing, brief.Intent.For);
        return brief;
    }
}
