using AiOs.Agents.Drafting.Facts;
using AiOs.Agents.Intake;
using AiOs.Contracts.Knowledge;
using AiOs.Contracts.Proposals;
using AiOs.Contracts.Records;

namespace AiOs.Agents.Sales;

/// <summary>What is remembered of a client: letters that went out, and how things ended. Hints for the operator, never a price.</summary>
internal static class Memories
{
    private const int Most = 2;
    private const int MaxQuote = 120;

    public static IEnumerable<Evidence> Of(AgentBrief brief, RecordSnapshot client) =>
        brief.Context.Recollections
            .Where(one => one.Item.Kind is KnowledgeKind.Output or KnowledgeKind.Outcome && (one.Item.Subjects.Contains("record/" + client.Id) || NamedParty.Holds(one.Item.Title + "\n" + one.Item.Text, NamedParty.NameOf(client))))
            .Take(Most)
            .Select(one => new Evidence("knowledge " + one.Item.Id, null, PlainText.Line($"{one.Item.Title}: {one.Item.Text}", MaxQuote), one.Item.Provenance));
}
