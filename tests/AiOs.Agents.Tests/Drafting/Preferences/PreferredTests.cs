using AiOs.Agents.Drafting.Preferences;
using AiOs.Agents.Execution;
using AiOs.Agents.Models.Drafting;
using AiOs.Agents.Tests.Models;
using AiOs.Contracts.Context;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Proposals;
using AiOs.Contracts.Records;

namespace AiOs.Agents.Tests.Drafting.Preferences;

/// <summary>Every drafter writes as the operator wants drafts, and the card says which preference it used.</summary>
public sealed class PreferredTests
{
    private static readonly MessageContent Inquiry = Some.Mail("We look for somebody who can design a new logo for our café in spring.", "Logo for our café");
    private static readonly MessageContent Anfrage = Some.Mail("Guten Tag, wir suchen jemanden, der uns für unser Café ein neues Logo entwirft. Vielen Dank und freundliche Grüße", "Logo für unser Café");
    private static readonly RecordSnapshot Berg = Drafts.Known("client/berg", 3, ("name", "Berg GmbH"), ("email", "office@berg.example"), ("rate", "85 EUR per hour"));

    [Fact]
    public void Draft_GreetingAndClosing_AreUsedWithTheNameOfThisOne()
    {
        var draft = With(Brief(Inquiry, Category.Inquiry), Want(PreferenceKind.Greeting, "Hi {first},", "en"), Want(PreferenceKind.Closing, "Best,\n{name}", "en", number: 58)).Draft();

        Assert.StartsWith("Hi Anna,\n\n", draft.Mail().Text, StringComparison.Ordinal);
        Assert.EndsWith("\n\nBest,\nJo Operator\n", draft.Mail().Text, StringComparison.Ordinal);
        Assert.Contains("greeting as you prefer (p-57)", draft.Reasons);
        Assert.Contains("closing as you prefer (p-58)", draft.Reasons);
    }

    [Theory]
    [InlineData(Category.Inquiry)]
    [InlineData(Category.ClientRequest)]
    [InlineData(Category.Complaint)]
    [InlineData(Category.Contract)]
    [InlineData(Category.Meeting)]
    [InlineData(Category.InvoiceReceived)]
    public void Draft_Closing_IsUsedWhateverTheLetterIsAbout(Category category)
    {
        var plain = Brief(Inquiry, category).Draft();
        var draft = With(Brief(Inquiry, category), Want(PreferenceKind.Closing, "Best,\nJo", "en")).Draft();

        Assert.Equal(plain.Effects.Select(effect => effect.Kind), draft.Effects.Select(effect => effect.Kind));
        if (plain.Effects.Any(effect => effect.Kind == EffectKind.EmailSend))
        {
            Assert.EndsWith("\n\nBest,\nJo\n", draft.Mail().Text, StringComparison.Ordinal);
        }
        else
        {
            Assert.Equal(plain.Effects, draft.Effects);
        }
    }

    [Fact]
    public void Draft_OfAnotherLanguage_IsNotTouched()
    {
        var plain = Brief(Anfrage, Category.Inquiry).Draft();

        Assert.StartsWith("Guten Tag", plain.Mail().Text, StringComparison.Ordinal);
        Assert.Equal(plain.Effects, With(Brief(Anfrage, Category.Inquiry), Want(PreferenceKind.Greeting, "Hi {name},", "en"), Want(PreferenceKind.Closing, "Best,\nJo", "en")).Draft().Effects);
    }

    [Fact]
    public void Draft_GermanDu_IsInTheWholeLetter()
    {
        var draft = With(Brief(Anfrage, Category.Inquiry), Want(PreferenceKind.Tone, "informal", "de")).Draft();

        Assert.StartsWith("Hallo Anna Weber,\n\nvielen Dank für deine Nachricht", draft.Mail().Text, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\b(Sie|Ihnen|Ihre[rnms]?)\b", draft.Mail().Text);
        Assert.Contains("tone as you prefer (p-57)", draft.Reasons);
    }

    [Theory]
    [InlineData("contractions", "Thank you! I am glad. I do not know what it is.", "Thank you! I'm glad. I don't know what it is.")]
    [InlineData("no-contractions", "I'm glad, and I don't mind.", "I am glad, and I do not mind.")]
    [InlineData("no-exclamation", "Thank you! Great!", "Thank you. Great.")]
    public void Apply_Tone_ChangesTheTextAlone(string tone, string before, string after)
    {
        var used = new List<string>();

        Assert.Equal($"Hello,\n\n{after}\n\nKind regards,\n", LetterStyle.Apply($"Hello,\n\n{before}\n\nKind regards,\n", [Want(PreferenceKind.Tone, tone)], new SaidWords([]), null, used));
        Assert.Single(used);
    }

    [Fact]
    public void Apply_Phrase_ReplacesWholeWordsAndNothingThatTheOperatorSaid()
    {
        var offer = Want(PreferenceKind.Phrase, "quote", "en") with { Wanted = new Preference(PreferenceKind.Phrase, "quote") { Instead = "offer" } };
        const string Letter = "Hello,\n\nOffer one, an offer, and the offering.\nMy offer stands.\n\nKind regards,\n";

        Assert.Equal(
            "Hello,\n\nQuote one, an quote, and the offering.\nMy offer stands.\n\nKind regards,\n",
            LetterStyle.Apply(Letter, [offer], new SaidWords(["my offer stands"]), null, []));
    }

    [Fact]
    public void Apply_Length_LeavesOutNoFigureNoOwnWordsAndNotTheAnswerItself()
    {
        const string Letter = "Hello,\n\nThank you very much for it.\n\nIt costs 900 EUR.\n\nSome words that say nothing more at all.\n\nMy own words.\n\nKind regards,\n";
        var used = new List<string>();

        var shorter = LetterStyle.Apply(Letter, [Want(PreferenceKind.Length, "18")], new SaidWords(["my own words"]), null, used);

        Assert.Equal("Hello,\n\nThank you very much for it.\n\nIt costs 900 EUR.\n\nMy own words.\n\nKind regards,\n", shorter);
        Assert.Equal(["kept to 18 words as you prefer (p-57)"], used);
        used.Clear();
        Assert.Equal(shorter, LetterStyle.Apply(shorter, [Want(PreferenceKind.Length, "10")], new SaidWords(["my own words"]), null, used));
        Assert.StartsWith("longer than the 10 words you prefer", Assert.Single(used), StringComparison.Ordinal);
    }

    [Fact]
    public void Apply_Twice_IsTheSameAsOnce()
    {
        var brief = With(Brief(Inquiry, Category.Inquiry), Want(PreferenceKind.Greeting, "Hi {name},", "en"), Want(PreferenceKind.Tone, "contractions", "en"), Want(PreferenceKind.Length, "20"));
        var once = brief.Draft();
        var twice = Preferred.Apply(brief, once);

        Assert.Equal(once.Effects, twice.Effects);
        Assert.Equal(once.Reasons, twice.Reasons);
    }

    [Fact]
    public void Changed_ExactlyByTheOperator_StandsAgainstAPreference()
    {
        var brief = With(Brief(Inquiry, Category.Inquiry), Want(PreferenceKind.Closing, "Best,\nJo", "en"));

        Assert.EndsWith("\n\nKind regards,\nJo\n", brief.Changed("replace \"Best,\" with \"Kind regards,\"").Mail().Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Invoice_PaymentDays_AreUsedWhereNoRecordSaysThemAndStandBehindOne()
    {
        var typed = Drafts.Typed("invoice client/berg for October, 12 h, number 2026-017") with { Facts = [Berg] };
        var wanted = Want(PreferenceKind.PaymentDays, "10");

        Assert.Equal(PaymentField, typed.Draft().Missing?.Field);
        var draft = With(typed, wanted).Draft();
        Assert.Contains("due 10 days after today (as you prefer, p-57)", draft.Reasons);
        Assert.Contains("3 December 2026", draft.Mail().Text, StringComparison.Ordinal);

        var own = Drafts.Known("playbook/main", 2, (PaymentField, "30 days"));
        Assert.Contains("due 30 days after today (playbook/main, version 2, which stands over the 10 days you prefer, p-57)", With(typed with { Facts = [Berg, own] }, wanted).Draft().Reasons);
    }

    [Fact]
    public void Offer_DaysOfPaymentAndValidity_AreInTheLetterAndOnTheCard()
    {
        var typed = Drafts.Typed("offer client/berg a new website, 10 h") with { Facts = [Berg] };
        var draft = With(typed, Want(PreferenceKind.PaymentDays, "10"), Want(PreferenceKind.ValidDays, "30", number: 58)).Draft();

        Assert.Contains("Payment: 10 days.\nThe offer holds until Wednesday, 23 December 2026.", draft.Mail().Text, StringComparison.Ordinal);
        Assert.Contains("payment within 10 days as you prefer (p-57)", draft.Reasons);
        Assert.Contains("the offer holds for 30 days as you prefer (p-58)", draft.Reasons);
        var own = Drafts.Known("playbook/main", 2, (PaymentField, "14 days"));
        Assert.Contains("payment within 14 days (playbook/main, version 2), which stands over the 10 days you prefer (p-57)", With(typed with { Facts = [Berg, own] }, Want(PreferenceKind.PaymentDays, "10")).Draft().Reasons);
    }

    [Fact]
    public async Task Write_ByAModel_IsAsTheOperatorWantsDraftsAllTheSame()
    {
        var model = new StubModel(new WrittenWords(string.Empty, "Dear Anna,\n\nWe got it! Our team will look at it.\n\nRegards\nJo"));
        var brief = With(
            Brief(Inquiry, Category.Complaint),
            Want(PreferenceKind.Greeting, "Hi {name},", "en"),
            Want(PreferenceKind.Closing, "Best,\nJo", "en", number: 58),
            Want(PreferenceKind.Tone, "no-exclamation", number: 59),
            Want(PreferenceKind.PaymentDays, "10", number: 60));

        var draft = await new ExecutionAgent(new ModelDrafter(model)).DraftAsync(brief, TestContext.Current.CancellationToken);

        Assert.Equal("Hi Anna Weber,\n\nWe got it. Our team will look at it.\n\nBest,\nJo\n", draft.Mail().Text);
        Assert.Contains("tone as you prefer (p-59)", draft.Reasons);
        var told = Assert.Single(model.Asked[0].Data, data => data.Name == "preferences").Text;
        Assert.Contains("in English, Closing: Best, Jo", told, StringComparison.Ordinal);
        Assert.DoesNotContain("10", told, StringComparison.Ordinal);
    }

    private const string PaymentField = "payment-terms";

    private static AgentBrief Brief(MessageContent message, Category category) => Drafts.Brief(message, category);

    private static AgentBrief With(AgentBrief brief, params Lesson[] lessons) => brief with { Context = new ContextPack { Lessons = lessons } };

    private static Lesson.Preferred Want(PreferenceKind kind, string value, string? language = null, long number = 57) =>
        new(new Preference(kind, value) { Language = language }, Said: true) { Number = number, At = Some.Monday, Source = new StreamId("preference/1") };
}
