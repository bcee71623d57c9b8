using AiOs.Contracts.Approvals;
using AiOs.Contracts.Context;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Knowledge;
using AiOs.Contracts.Proposals;
using AiOs.Contracts.Records;

namespace AiOs.Agents.Tests.Models;

/// <summary>One piece of work of each agent that a model may have a part in.</summary>
internal static class AgentCases
{
    public const int Hours = 12;

    public static RecordSnapshot[] Records { get; } =
    [
        Drafts.Known("client/berg", 3, ("name", "Berg GmbH"), ("email", "office@berg.example"), ("rate", "85 EUR per hour")),
        Drafts.Known("playbook/main", 2, ("payment-terms", "14 days"), ("vat-rate", "19 %")),
        Drafts.Known("invoice/2026-016", 2, ("number", "2026-016"), ("client", "client/berg"), ("amount", "500.00 EUR"), ("due", "2026-10-01")),
        Drafts.Known("content-asset/a", 4, ("title", "Fixed prices"), ("views", "1200"), ("text", "One two three four five six.\n\nWhat do you think?")),
    ];

    public static AgentBrief Of(string agent, string more = "")
    {
        var brief = agent switch
        {
            "execution" => Drafts.Brief(Some.Mail("Could you please look at the printer of our office? " + more, "Printer", "office@berg.example", "Berg"), Category.ClientRequest),
            "sales" => Drafts.Brief(Some.Mail("What would a new logo cost? " + more, "Logo", "office@berg.example", "Berg"), Category.Inquiry),
            "billing" => Drafts.Typed($"invoice client/berg for October, {Hours} h"),
            "editor" => Drafts.Typed("write a post about pricing for LinkedIn"),
            _ => Drafts.Typed("What did we agree with Berg about the rate and the logo?"),
        };
        Recollection[] remembered = [Item("note/1", "Pricing", "Pricing by the hour punishes who is fast. " + more, Provenance.Operator), Item("work/7#message", "Berg: the logo", "The logo for Berg stays blue. " + more, Provenance.External)];
        brief = brief.With(Records) with { Context = new ContextPack { Facts = Records, Recollections = agent is "editor" or "research" ? remembered : [] } };
        Assert.Equal(new AgentName(agent), brief.Agent().Name);
        return brief;
    }

    private static Recollection Item(string id, string title, string text, Provenance provenance) => new(
        new KnowledgeItem
        {
            Id = new KnowledgeId(id),
            Kind = provenance is Provenance.Operator ? KnowledgeKind.Note : KnowledgeKind.Message,
            Title = title,
            Text = text,
            Source = new StreamId("work/1"),
            Position = 1,
            At = Some.Monday.AddDays(-20),
            Provenance = provenance,
        },
        1,
        TimeSpan.FromDays(20));
}
