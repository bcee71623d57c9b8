using AiOs.Contracts.Approvals;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Records;

namespace AiOs.Kernel.Grounding;

/// <summary>Looks up where the values of an effect come from. Pure.</summary>
internal static class Grounder
{
    public static EffectGrounds Of(EffectFacts facts, MessageContent? message, Authority authority, IReadOnlyList<string> operatorWords, IReadOnlyList<RecordSnapshot> records) =>
        new() { Counterparty = facts.Counterparty, Cost = facts.Cost, Spend = facts.Spend };
}
