using AiOs.Agents.Research;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Context;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Knowledge;
using AiOs.Contracts.Proposals;
using AiOs.Contracts.Records;

namespace AiOs.Agents.Tests.Research;

/// <summary>An answer quotes, cites each line, marks what somebody outside said, and says what it does not know.</summary>
public sealed class AnswerTests
{
    private static readonly RecordSnapshot Berg = Drafts.Known("client/berg", 3, ("name", "Berg GmbH"), ("email", "office@berg.example"), ("rate", "85 EUR per hour"));

    private static readonly RecordSnapshot Contract = Drafts.Known("contract/berg", 2, ("title", "Care"), ("client", "client/berg"), ("notice", "4 weeks"));

    [Fact]
    public void Draft_WhatARecordSays_IsQuotedWithItsVersion()
    {
        var draft = Typed("What rate do we have with Berg?", [Berg, Contract]).Draft();

        Assert.Equal("- rate: 85 EUR per hour (client/berg, version 3)", draft.Summary);
        Assert.Contains(draft.Evidence, evidence => evidence is { Source: "record client/berg", Version: 3, Quote: "85 EUR per hour" });
        Assert.Empty(draft.Effects);
        Assert.Null(draft.Question);
    }

    [Fact]
    public void Draft_WhatWasNoted_IsQuotedWithItsId()
    {
        var note = Item("note/1", KnowledgeKind.Note, "Berg: the logo", "We spoke on the phone. The logo for Berg stays blue until March.", Provenance.Operator);
        var draft = Typed("What did we agree with Berg about the logo?", [Berg], note).Draft();

        Assert.Equal("- “The logo for Berg stays blue until March.” (note of 3 November 2026, knowledge note/1)\n- “Berg: the logo” (note of 3 November 2026, knowledge note/1)", draft.Summary);
        Assert.Contains(draft.Evidence, evidence => evidence is { Source: "knowledge note/1", Provenance: Provenance.Operator });
    }

    [Fact]
    public void Draft_WordsOfSomebodyOutside_AreMarked()
    {
        var mail = Item("work/9#message", KnowledgeKind.Message, "Delivery", "Berg delivers the steel on Friday.", Provenance.External);

        Assert.Contains("; words of somebody outside)", Typed("What do we know about the delivery of Berg?", [Berg], mail).Draft().Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void Draft_PartOfItUnknown_IsSaid()
    {
        var draft = Typed("What rate and which deposit do we have with Berg?", [Berg]).Draft();

        Assert.EndsWith("\nI know nothing of: deposit.", draft.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void Draft_NothingKnown_SaysSoAndHowFarItLooked()
    {
        var draft = Typed("What did we agree with Miller about the roof?", []).Draft();

        Assert.Equal("I do not know. Neither Records nor memory say anything of: Miller, roof (0 Records and 0 memories looked at).", draft.Summary);
        Assert.Empty(draft.Effects);
    }

    [Fact]
    public void Draft_German_AnswersInGerman()
    {
        Assert.StartsWith("Das weiß ich nicht.", Typed("Was haben wir mit Müller über das Dach vereinbart?", []).Draft().Summary, StringComparison.Ordinal);
        Assert.Equal("- rate: 85 EUR per hour (client/berg, version 3)", Typed("Welchen Stundensatz haben wir mit der Berg GmbH?", [Berg]).Draft().Summary.Split('\n')[0]);
    }

    [Fact]
    public void Draft_AboutOneClient_SaysNothingOfAnother()
    {
        var other = Item("note/2", KnowledgeKind.Note, "Weber", "The logo of Weber costs 900 EUR.", Provenance.Operator);
        var weber = Drafts.Known("client/weber", 1, ("name", "Weber Design"), ("rate", "60 EUR per hour"));
        var draft = Typed("What did we agree with Berg about the logo rate?", [Berg, weber], other).Draft();

        Assert.DoesNotContain("900", draft.Summary, StringComparison.Ordinal);
        Assert.DoesNotContain("60 EUR", draft.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void Draft_EarlierQuestion_IsNoAnswer()
    {
        var earlier = Item("work/3#message", KnowledgeKind.Brief, "A message", "What did we agree with Berg about the logo?", Provenance.Operator);

        Assert.StartsWith("I do not know.", Typed("What did we agree with Berg about the logo?", [Drafts.Known("client/berg", 1, ("name", "Berg GmbH"))], earlier).Draft().Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void Draft_AnyQuestion_EachLineStandsSomewhere()
    {
        var items = Enumerable.Range(0, 12).Select(i => Item($"note/{i}", KnowledgeKind.Note, $"Berg {i}", $"Berg pays {i}00 EUR for part {i}. See you.", i % 2 == 0 ? Provenance.Operator : Provenance.External)).ToArray();
        foreach (var question in (string[])["What does Berg pay?", "What do we know about Berg?", "Which part costs what for Berg?", "who is Berg?"])
        {
            var draft = Typed(question, [Berg, Contract], items).Draft();
            var lines = draft.Summary.Split('\n').Where(line => line.StartsWith('-')).ToList();

            Assert.NotEmpty(lines);
            Assert.All(lines, line => Assert.Contains(draft.Evidence, evidence => evidence.Source != "message" && line.Contains(evidence.Quote, StringComparison.Ordinal)));
            Assert.All(lines, line => Assert.Matches(@"\((client/berg, version 3|contract/berg, version 2|note of 3 November 2026, knowledge note/\d+(; words of somebody outside)?)\)$", line));
        }
    }

    [Fact]
    public void Grant_Research_ProposesNothing() => Assert.Equal([], new ResearchAgent().Grant.EffectKinds);

    private static Recollection Item(string id, KnowledgeKind kind, string title, string text, Provenance provenance) => new(
        new KnowledgeItem
        {
            Id = new KnowledgeId(id),
            Kind = kind,
            Title = title,
            Text = text,
            Source = new StreamId("work/1"),
            Position = 1,
            At = new DateTimeOffset(2026, 11, 3, 9, 0, 0, TimeSpan.Zero),
            Provenance = provenance,
        },
        1,
        TimeSpan.FromDays(20));

    private static AgentBrief Typed(string text, RecordSnapshot[] facts, params Recollection[] memories)
    {
        var brief = Drafts.Typed(text).With(facts) with { Context = new ContextPack { Recollections = memories } };
        Assert.Equal(AgentName.Research, brief.Intent.For);
        return brief;
    }
}
