using AiOs.Contracts.Effects;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Proposals;
using AiOs.Contracts.Records;
using AiOs.Contracts.Records.Negotiations;

namespace AiOs.Agents.Tests.Sales;

/// <summary>An offer that the operator typed: their words, prices and terms of Records, and one more entry in the ledger.</summary>
public sealed class OfferTests
{
    private static readonly RecordSnapshot Berg = Drafts.Known("client/berg", 3, ("name", "Berg GmbH"), ("email", "office@berg.example"));

    private static readonly RecordSnapshot Contract = Drafts.Known("contract/berg", 2, ("title", "Care"), ("client", "client/berg"), ("rate", "90 EUR per hour"), ("discount", "10 %"), ("payment-terms", "14 days"), ("notice", "4 weeks"));

    [Fact]
    public void Draft_WorkAtTheContractsRate_IsPricedWithItsDiscountAndTerms()
    {
        var draft = Typed("write an offer for client/berg: a new website, 40 h", Berg, Contract).Draft();

        Assert.Equal("Offer: a new website, 40 h", draft.Mail().Subject);
        Assert.Equal("office@berg.example", Assert.Single(draft.Mail().To).Address);
        Assert.Contains("here is my offer: a new website, 40 h.\n\n40 h × 90.00 EUR: 3600.00 EUR\nLess 10 %: -360.00 EUR\nTotal: 3240.00 EUR\n\nPayment: 14 days.\nNotice: 4 weeks.", draft.Mail().Text, StringComparison.Ordinal);
        Assert.Contains("40 h at 90.00 EUR (contract/berg, version 2) make 3600.00 EUR", draft.Reasons);
        Assert.Contains("10 % off (contract/berg, version 2) are 360.00 EUR", draft.Reasons);
        Assert.Equal("offer | 2026-11-23 | operator | 3240.00 EUR | a new website, 40 h", draft.Record().Fields["entry-1"].Value);
        Assert.Equal("negotiation/berg-20261123", draft.Record().Record.ToString());
        Assert.Null(draft.Question);
    }

    [Fact]
    public void Draft_PriceTheOperatorNamed_GetsNoDiscount()
    {
        var draft = Typed("offer client/berg the new website for 4,000 EUR by 15 December", Berg, Contract).Draft();

        Assert.Contains("here is my offer: the new website for 4,000 EUR by 15 December.", draft.Mail().Text, StringComparison.Ordinal);
        Assert.DoesNotContain("3600", draft.Mail().Text, StringComparison.Ordinal);
        Assert.EndsWith("4000.00 EUR | the new website for 4,000 EUR by 15 December", draft.Record().Fields["entry-1"].Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Draft_OpenLedger_GetsTheNextEntry()
    {
        var ledger = Drafts.Known("negotiation/berg", 5, ("client", "client/berg"), ("entry-1", "offer | 2026-11-01 | operator | 4500.00 EUR | the website"), ("entry-2", "offer | 2026-11-10 | client/berg | 3500.00 EUR | all in"));
        var draft = Typed("offer Berg the website for 4,000 EUR", Berg, ledger).Draft();

        Assert.Equal(("negotiation/berg", 5L), (draft.Record().Record.ToString(), draft.Record().ExpectedVersion));
        Assert.True(NegotiationEntry.TryParse(draft.Record().Fields["entry-3"].Value, out _));
        Assert.Contains("offered before at 3500.00 EUR on 2026-11-10: all in (negotiation/berg, version 5)", draft.Reasons);
        Assert.Null(NegotiationLedger.FaultIn(ledger.Fields, draft.Record().Fields, []));
    }

    [Fact]
    public void Draft_WhatWasWonAndLost_IsSaidToTheOperatorAlone()
    {
        var won = Drafts.Known("negotiation/berg-1", 2, ("client", "client/berg"), ("entry-1", "offer | 2026-03-01 | operator | 2000.00 EUR | logo"), ("entry-2", "won | 2026-03-09 | client/berg | 1800.00 EUR | a tenth off"));
        var other = Drafts.Known("negotiation/weber-1", 4, ("client", "client/weber"), ("subject", "website"), ("entry-1", "won | 2026-05-09 | client/weber | 5100.00 EUR | website with shop"));
        var draft = Typed("offer client/berg the new website, 40 h", Berg, Contract, won, other).Draft();

        Assert.Contains("won at 1800.00 EUR on 2026-03-09: a tenth off (negotiation/berg-1, version 2)", draft.Reasons);
        Assert.Contains("with somebody else won at 5100.00 EUR on 2026-05-09: website with shop (negotiation/weber-1, version 4)", draft.Reasons);
        Assert.DoesNotContain("5100", draft.Mail().Text, StringComparison.Ordinal);
        Assert.DoesNotContain("1800", draft.Mail().Text, StringComparison.Ordinal);
        Assert.Contains(draft.Evidence, evidence => evidence is { Source: "record negotiation/berg-1", Version: 2 });
    }

    [Fact]
    public void Draft_NoPriceAnywhere_AsksForTheRateAndOffersNothing()
    {
        var draft = Typed("offer client/berg a new website", Berg).Draft();

        Assert.Empty(draft.Effects);
        Assert.Equal((new RecordId("client", "berg"), "rate", SensitiveKind.Amount), (draft.Missing!.Record, draft.Missing.Field, draft.Missing.Kind));
    }

    [Fact]
    public void Draft_RateWithoutWork_StatesTheRate()
    {
        var draft = Typed("offer client/berg help with the website", Berg, Contract).Draft();

        Assert.Contains("My rate: 90 EUR per hour.", draft.Mail().Text, StringComparison.Ordinal);
        Assert.Equal("offer | 2026-11-23 | operator |  | help with the website, at 90.00 EUR per hour", draft.Record().Fields["entry-1"].Value);
    }

    [Fact]
    public void Draft_German_AnswersInGerman()
    {
        var client = Drafts.Known("client/berg", 3, ("name", "Berg GmbH"), ("email", "office@berg.example"), ("language", "de"), ("rate", "90 EUR"));

        Assert.Contains("hier ist mein Angebot: die neue Seite, 10 Stunden.\n\n10 Stunden × 90.00 EUR: 900.00 EUR", Typed("Angebot für Berg: die neue Seite, 10 Stunden", client).Draft().Mail().Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Draft_UnknownClient_Asks() => Assert.Contains("For which client", Typed("offer Miller a website for 300 EUR", Berg).Draft().Question, StringComparison.Ordinal);

    [Theory]
    [InlineData("won client/berg: the website for 4,000 EUR", "won | 2026-11-23 | client/berg | 4000.00 EUR | the website for 4,000 EUR")]
    [InlineData("won client/berg: they liked the plan", "won | 2026-11-23 | client/berg | 4500.00 EUR | they liked the plan")]
    [InlineData("lost Berg: too expensive", "lost | 2026-11-23 | client/berg |  | too expensive")]
    public void Draft_Outcome_IsTheNextEntry(string typed, string entry)
    {
        var ledger = Drafts.Known("negotiation/berg", 5, ("client", "client/berg"), ("entry-1", "offer | 2026-11-01 | operator | 4500.00 EUR | the website"));
        var draft = Typed(typed, Berg, ledger).Draft();

        Assert.Equal(entry, draft.Record().Fields["entry-2"].Value);
        Assert.Equal(EffectKind.RecordWrite, Assert.Single(draft.Effects).Kind);
    }

    [Fact]
    public void Draft_OutcomeWithoutAReason_AsksForIt()
    {
        var brief = Typed("lost client/berg", Berg);

        Assert.Contains("Why was it lost", brief.Draft().Question, StringComparison.Ordinal);
        Assert.EndsWith("| too late", brief.Answered("too late").Draft().Record().Fields["entry-1"].Value, StringComparison.Ordinal);
    }

    private static AgentBrief Typed(string text, params RecordSnapshot[] facts)
    {
        var brief = Drafts.Typed(text).With(facts);
        Assert.Equal(AgentName.Sales, brief.Intent.For);
        return brief;
    }
}
