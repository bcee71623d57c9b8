using AiOs.Contracts.Approvals;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Records;

namespace AiOs.Agents.Tests.Execution;

public sealed class ReplyTests
{
    private static readonly MessageContent Inquiry = Some.Mail("Hello, we found you online. What would a logo cost?", "Logo for our café");

    private static RecordSnapshot Rate(Provenance provenance) => new(
        new RecordId("client", "c1"), 3, new Dictionary<string, RecordField> { ["day-rate"] = new("800.00 EUR", provenance) });

    [Fact]
    public void Draft_Inquiry_ThanksAndAsksForWhatIsMissingInTheSameThread()
    {
        var draft = Drafts.Brief(Inquiry, Category.Inquiry).Draft();
        var mail = draft.Mail();

        Assert.Equal("anna@weber-design.example", Assert.Single(mail.To).Address);
        Assert.Equal("Re: Logo for our café", mail.Subject);
        Assert.Equal("1@mail.example", mail.InReplyTo);
        Assert.Contains("1@mail.example", mail.References);
        Assert.StartsWith("Hello Anna Weber,\n\nThank you for your message about “Logo for our café”.", mail.Text,
            StringComparison.Ordinal);
        Assert.Contains("budget", mail.Text, StringComparison.Ordinal);
        Assert.EndsWith("Kind regards,\nJo Operator\n", mail.Text, StringComparison.Ordinal);
        Assert.Contains("price", draft.Missing!.Question, StringComparison.Ordinal);
        Assert.Equal(("playbook/main", "rate"), (draft.Missing.Record.ToString(), draft.Missing.Field));
        Assert.Contains(draft.Evidence, evidence => evidence is { Source: "message", Provenance: Provenance.External });
    }

    [Fact]
    public void Draft_InquiryWithRateInRecord_StatesItWithItsVersion()
    {
        var draft = Drafts.Brief(Inquiry, Category.Inquiry).With(Rate(Provenance.Operator)).Draft();

        Assert.Contains("My day rate: 800.00 EUR.", draft.Mail().Text, StringComparison.Ordinal);
        Assert.Contains(draft.Evidence, evidence => evidence is { Source: "record client/c1", Version: 3 });
        Assert.Null(draft.Question);
    }

    [Fact]
    public void Draft_InquiryWithRateFromOutside_DoesNotStateIt() =>
        Assert.DoesNotContain("800", Drafts.Brief(Inquiry, Category.Inquiry).With(Rate(Provenance.External)).Draft().Mail().Text,
            StringComparison.Ordinal);

    [Fact]
    public void Draft_GermanMessage_AnswersInGerman()
    {
        var mail = Drafts.Brief(Some.Mail("Guten Tag, wir suchen für unser Café ein neues Logo. Was würde das kosten? Mit freundlichen Grüßen", "Anfrage Logo"), Category.Inquiry).Draft().Mail();

        Assert.StartsWith("Guten Tag Anna Weber,\n\nvielen Dank", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Mit freundlichen Grüßen\nJo Operator", mail.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Category.ClientRequest, "price")]
    [InlineData(Category.Complaint, "offer or explain")]
    [InlineData(Category.Contract, "sign")]
    public void Draft_Acknowledgement_PromisesNothingAndAsks(Category category, string asked)
    {
        var draft = Drafts.Brief(Some.Mail("Please look at this by Friday.", "The report"), category).Draft();

        Assert.Contains(asked, draft.Question, StringComparison.Ordinal);
        Assert.DoesNotContain("Friday", draft.Mail().Text, StringComparison.Ordinal);
        Assert.DoesNotContain(" will ", draft.Mail().Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Draft_AnswerToQuestion_IsWovenInAsTheOperatorsWords()
    {
        var draft = Drafts.Brief(Some.Mail("Can you add a page?", "New page"),
            Category.ClientRequest).Answered("I can do it by Friday for 300 EUR").Draft();

        Assert.Contains("\n\nI can do it by Friday for 300 EUR.\n\n", draft.Mail().Text, StringComparison.Ordinal);
        Assert.Null(draft.Question);
    }

    [Theory]
    [InlineData("noreply@shop.example")]
    [InlineData(null)]
    public void Draft_NobodyToAnswer_AsksForAnAddressAndTakesIt(string? from)
    {
        var brief = Drafts.Brief(Some.Mail("What does it cost?", "Price", from), Category.Inquiry);

        Assert.Empty(brief.Draft().Effects);
        Assert.Contains("address", brief.Draft().Question, StringComparison.Ordinal);
        Assert.Equal("eva@x.example", Assert.Single(brief.Answered("eva@x.example").Draft().Mail().To).Address);
    }

    [Theory]
    [InlineData(Category.Inquiry)]
    [InlineData(Category.Meeting)]
    [InlineData(Category.Complaint)]
    [InlineData(Category.Contract)]
    [InlineData(Category.ClientRequest)]
    public void Draft_AutomaticMail_IsNeverAnswered(Category category) =>
        Assert.DoesNotContain(
            Drafts.Brief(Some.Mail("Tuesday at 10:00?", "x") with { Automatic = true }, category).Draft().Effects,
            effect => effect.Kind == EffectKind.EmailSend);

    [Theory]
    [InlineData(Category.Inquiry)]
    [InlineData(Category.Payment)]
    [InlineData(Category.Other)]
    public void Draft_MailThatCameBack_DoesAndAsksNothing(Category category)
    {
        var draft = Drafts.Brief(Some.Mail("What would a logo cost?", "Logo") with { CameBack = true, Automatic = true }, category).Draft();
        Assert.Empty(draft.Effects);
        Assert.Null(draft.Question);
    }

    [Fact]
    public void Draft_DeceptiveSender_IsNotRepeated()
    {
        var mail = Some.Mail("What does it cost?", "Look \u202Ehttps://evil.example/pay now", name: "Bank https://evil.example\u202E");
        var sent = Drafts.Brief(mail, Category.Inquiry).Draft().Mail();

        Assert.StartsWith("Hello,\n", sent.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("evil", sent.Text + sent.Subject, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202E', sent.Text + sent.Subject + sent.To[0].Name);
    }

    [Fact]
    public void Draft_Personal_AsksAndInventsNothing()
    {
        var brief = Drafts.Brief(Some.Mail("Are you coming on Sunday? Love, Mum", "Dinner"), Category.Personal);

        Assert.Empty(brief.Draft().Effects);
        Assert.NotNull(brief.Draft().Question);
        Assert.Contains("\n\nOf course!\n\n", brief.Answered("Of course!").Draft().Mail().Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Category.Spam)]
    [InlineData(Category.Newsletter)]
    [InlineData(Category.Notification)]
    public void Draft_Quiet_NothingToDo(Category category)
    {
        var draft = Drafts.Brief(Some.Mail("Buy now", "Sale"), category).Draft();

        Assert.Empty(draft.Effects);
        Assert.Null(draft.Question);
        Assert.StartsWith("Nothing to do", draft.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void Draft_Unsure_AsksForTheCategoryAndTakesTheAnswer()
    {
        var brief = Drafts.Brief(Inquiry);
        brief = brief with { Intent = brief.Intent with { Category = Category.Spam, Sure = false } };

        Assert.Empty(brief.Draft().Effects);
        Assert.Contains("spam", brief.Draft().Question, StringComparison.Ordinal);
        Assert.Contains("Thank you", brief.Answered("it's an inquiry").Draft().Mail().Text, StringComparison.Ordinal);
        Assert.Empty(brief.Answered("spam").Draft().Effects);
    }
}
